namespace Alys.Checks.Tests;

public sealed class AllChecksTests
{
    [Fact]
    public void Every_check_of_the_project_is_in_the_list() => Assert.Equal(
        typeof(ICheck).Assembly.GetTypes().Where(type => type.IsAssignableTo(typeof(ICheck)) && !type.IsAbstract)
            .Select(type => type.Name).Order(StringComparer.Ordinal),
        AllChecks.List.Select(check => check.GetType().Name).Order(StringComparer.Ordinal));

    [Fact]
    public void They_stand_in_the_order_of_their_ids_and_each_once()
    {
        string[] ids = [.. AllChecks.List.Select(check => check.Id)];
        Assert.Equal(ids.Distinct().Order(StringComparer.Ordinal), ids);
    }
}
