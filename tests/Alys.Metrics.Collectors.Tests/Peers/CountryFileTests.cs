using System.Net;
using Alys.Metrics.Collectors.Peers;

namespace Alys.Metrics.Collectors.Tests.Peers;

public sealed class CountryFileTests : IDisposable
{
    private static readonly IPAddress Known = IPAddress.Parse("8.8.8.8");

    private readonly MmdbFolder _folder = new();

    [Theory]
    [InlineData("8.8.8.8", "US")]
    [InlineData("8.255.255.255", "US")]
    [InlineData("9.0.0.0", null)]
    [InlineData("2a00::1", "NL")]
    [InlineData("2b00::1", null)]
    public void The_country_of_the_network_is_found(string address, string? country)
    {
        using CountryFile file = Open(new MmdbFile().Add("8.0.0.0/8", "US").Add("2a00::/16", "NL"));
        Assert.Equal(country, file.CountryOf(IPAddress.Parse(address)));
    }

    [Fact]
    public void A_file_of_IPv4_alone_knows_no_IPv6_address()
    {
        using CountryFile file = Open(new MmdbFile(ipVersion: 4).Add("8.0.0.0/8", "US").Add("32.0.0.0/8", "US"));
        Assert.Equal("US", file.CountryOf(Known));
        // 2001: begins with the bits of 32.1.
        Assert.Null(file.CountryOf(IPAddress.Parse("2001:4860::1")));
    }

    [Fact]
    public void A_record_of_another_kind_has_no_country()
    {
        using CountryFile file = Open(new MmdbFile()
            .Add("8.0.0.0/8", "US")
            .Add("9.0.0.0/8", MmdbFile.Map(("asn", MmdbFile.Number(7))))
            .Add("200.0.0.0/8", MmdbFile.Map()));
        Assert.Null(file.CountryOf(IPAddress.Parse("9.0.0.1")));
        Assert.Null(file.CountryOf(IPAddress.Parse("200.0.0.1")));
    }

    [Fact]
    public void A_file_may_be_replaced_and_shortened_while_it_is_used()
    {
        string path = _folder.Write(new MmdbFile().Add("8.0.0.0/8", "US"));
        using CountryFile file = CountryFile.Open(path);
        File.WriteAllBytes(path, []);
        Assert.Equal("US", file.CountryOf(Known));
    }

    [Fact]
    public void Once_disposed_it_knows_nothing()
    {
        CountryFile file = Open(new MmdbFile().Add("8.0.0.0/8", "US"));
        file.Dispose();
        file.Dispose();
        Assert.Null(file.CountryOf(Known));
    }

    [Fact]
    public void A_missing_file_is_named_with_what_to_do()
    {
        string path = _folder.PathOf("missing.mmdb");
        IOException error = Assert.ThrowsAny<IOException>(() => CountryFile.Open(path));
        AssertSentence($"There is no file '{path}': take ", error);
        Assert.ThrowsAny<IOException>(() => CountryFile.Open(_folder.PathOf("missing/countries.mmdb")));
    }

    [Fact]
    public void A_folder_cannot_be_read() => AssertSentence(
        $"'{_folder.Root}' cannot be read: ", Assert.ThrowsAny<IOException>(() => CountryFile.Open(_folder.Root)));

    [Fact]
    public void An_empty_file_is_refused() => AssertRefused("is empty", []);

    [Fact]
    public void A_text_is_refused() => AssertRefused("is no MMDB file", "start,end,country\n1.0.0.0,1.0.0.255,AU\n"u8);

    [Fact]
    public void A_file_that_is_cut_off_is_refused()
    {
        byte[] whole = new MmdbFile().Add("8.0.0.0/8", "US").Add("2a00::/16", "NL").ToBytes();
        for (int length = 1; length < whole.Length; length++)
            AssertRefused("is no MMDB file", whole.AsSpan(0, length));
    }

    [Fact]
    public void A_file_that_lacks_its_beginning_is_refused()
    {
        byte[] whole = new MmdbFile().Add("8.0.0.0/8", "US").Add("2a00::/16", "NL").ToBytes();
        AssertRefused("is ", whole.AsSpan(whole.Length / 2));
    }

    [Fact]
    public void An_MMDB_file_without_countries_is_refused() => AssertRefused(
        "is an MMDB file without 'country_code'",
        new MmdbFile().Add("8.0.0.0/8", MmdbFile.Map(("asn", MmdbFile.Number(7)))).ToBytes());

    [Fact]
    public void A_country_that_is_no_text_is_refused() => AssertRefused(
        "is no MMDB file",
        new MmdbFile().Add("8.0.0.0/8", MmdbFile.Map(("country_code", MmdbFile.Number(7)))).ToBytes());

    [Fact]
    public void A_file_that_is_too_large_is_refused_before_it_is_read()
    {
        string path = _folder.Write([]);
        using (FileStream file = File.OpenWrite(path)) file.SetLength(64 * 1024 * 1024 + 1);
        InvalidDataException error = Assert.Throws<InvalidDataException>(() => CountryFile.Open(path));
        AssertSentence($"'{path}' is larger than any file of countries (64 MiB): take ", error);
    }

    public void Dispose() => _folder.Dispose();

    private static void AssertSentence(string start, Exception error)
    {
        Assert.StartsWith(start, error.Message, StringComparison.Ordinal);
        Assert.EndsWith(".", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("\n", error.Message, StringComparison.Ordinal);
    }

    private CountryFile Open(MmdbFile file) => CountryFile.Open(_folder.Write(file));

    private void AssertRefused(string why, ReadOnlySpan<byte> bytes)
    {
        string path = _folder.Write(bytes);
        AssertSentence($"'{path}' {why}", Assert.Throws<InvalidDataException>(() => CountryFile.Open(path)));
    }
}
