using Alys.DevNode.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.Extensions.DependencyInjection;

namespace Alys.DevNode.Tests.Hosting;

public sealed class OwnAddressTests
{
    [Fact]
    public async Task A_part_that_asks_before_the_node_listens_is_told_so_and_does_not_end_the_node()
    {
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        await using WebApplication app = builder.Build();
        IServer server = app.Services.GetRequiredService<IServer>();

        Assert.Throws<HttpRequestException>(() => OwnAddress.Of(server));
        await app.StartAsync(TestContext.Current.CancellationToken);

        Assert.Equal(app.Urls.Single().TrimEnd('/'), OwnAddress.Of(server).ToString().TrimEnd('/'));
    }
}
