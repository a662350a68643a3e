using System.Formats.Tar;
using System.Text;
using FhirNaltrexone.Server.Inputs;
using FhirNaltrexone.Server.Loading;

namespace FhirNaltrexone.Server.Tests.Loading;

/// <summary>One bad entry, and nothing of the package is loaded.</summary>
public sealed class HostilePackageTests : IDisposable
{
    private static readonly InputLimits Small = new() { PackageBytes = 200_000, PackageEntries = 20 };

    private readonly TemporaryFolder _folder = new();
    private readonly LoadFixture _server = new();

    [Theory]
    [InlineData("../evil.json")]
    [InlineData("package/../../evil.json")]
    [InlineData("package\\..\\evil.json")]
    [InlineData("/etc/evil.json")]
    [InlineData("\\evil.json")]
    [InlineData("C:/evil.json")]
    [InlineData("package/a\u0007.json")]
    public Task A_name_that_leads_out_or_is_odd(string name) => RefusesAsync(Good("package/a.json", "a"), Good(name, "evil"));

    [Theory]
    [InlineData(TarEntryType.SymbolicLink)]
    [InlineData(TarEntryType.HardLink)]
    public Task A_link(TarEntryType type)
        => RefusesAsync(Good("package/a.json", "a"), new PaxTarEntry(type, "package/b.json") { LinkName = "/etc/passwd" });

    [Fact]
    public Task A_device() => RefusesAsync(Good("package/a.json", "a"), new PaxTarEntry(TarEntryType.CharacterDevice, "package/b.json"));

    [Fact]
    public Task Too_many_entries() => RefusesAsync([.. Enumerable.Range(0, 21).Select(number => Good($"package/{number}.json", $"p{number}"))]);

    [Fact]
    public Task A_bomb()
        => RefusesAsync(Good("package/a.json", "a"), new PaxTarEntry(TarEntryType.RegularFile, "package/b.json") { DataStream = new MemoryStream(new byte[1_000_000]) });

    [Fact]
    public async Task No_tar_at_all()
    {
        await AssertUnusableAsync(_folder.WriteGzip("p.tgz", new string('x', 5_000)));
        await AssertUnusableAsync(_folder.Write("q.tgz", "not even compressed"));
    }

    [Fact]
    public async Task A_package_cut_short()
    {
        var whole = File.ReadAllBytes(_folder.WriteTar("whole.tgz", [Good("package/a.json", "a"), Good("package/b.json", "b")]));

        await AssertUnusableAsync(_folder.Write("cut.tgz", whole[..(whole.Length / 2)]));
    }

    [Fact]
    public async Task A_good_one_within_the_limits_is_loaded()
    {
        var package = _folder.WriteTar("p.tgz", [new PaxTarEntry(TarEntryType.Directory, "package/"), Good("package/a.json", "a")]);

        var summary = await _server.LoadAsync(new LoadSettings { Paths = [package], Limits = Small });

        Assert.Equal(LoadExit.Loaded, summary.ExitCode);
        Assert.Equal(["Patient/a"], await _server.StoredAsync());
    }

    public void Dispose()
    {
        _server.Dispose();
        _folder.Dispose();
    }

    private static PaxTarEntry Good(string name, string id) => new(TarEntryType.RegularFile, name)
    {
        DataStream = new MemoryStream(Encoding.UTF8.GetBytes($$"""{"resourceType":"Patient","id":"{{id}}"}""")),
    };

    private Task RefusesAsync(params TarEntry[] entries) => AssertUnusableAsync(_folder.WriteTar("p.tgz", entries));

    private async Task AssertUnusableAsync(string package)
    {
        var summary = await _server.LoadAsync(new LoadSettings { Paths = [package], ContinuesOnError = true, Limits = Small });

        Assert.Equal(LoadExit.Unusable, summary.ExitCode);
        Assert.Single(summary.Unusable);
        Assert.Empty(await _server.StoredAsync());
    }
}
