using Alys.Checks.Catalogs;
using Alys.Checks.Sources;
using Alys.Checks.Tests.Cases;

namespace Alys.Checks.Tests.Catalogs;

public sealed class CatalogTextTests
{
    [Fact]
    public void A_metric_has_a_line_and_a_place_in_it()
    {
        KnownMetrics known = new([.. CaseCatalog.Parse("a_b gauge\nb counter\na gauge")], [], []);
        Location place = CatalogText.At(known, "a");
        Assert.Equal(("catalog:3:7", "gauge a"), (place.ToString(), place.File.Line(place.Line)));
    }
}
