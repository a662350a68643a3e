using System.Text;
using FhirNaltrexone.Server.Terminology;
using FhirNaltrexone.Server.Terminology.Content;
using FhirNaltrexone.Server.Tests.Support;
using FhirNaltrexone.Storage.Resources;
using FhirNaltrexone.Validation.Definitions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace FhirNaltrexone.Server.Tests.Terminology.Content;

public sealed class StoredTerminologyTests : IDisposable
{
    private const string Url = "http://example.org/a";

    private readonly CapturedLog _log = new();
    private readonly ILoggerFactory _loggers;

    public StoredTerminologyTests() => _loggers = LoggerFactory.Create(logging => logging.AddProvider(_log));

    [Fact]
    public void The_newest_version_counts_whatever_order_they_come_in()
    {
        var stored = Stored();

        stored.Apply([Version(2, "new")]);
        stored.Apply([Version(1, "old")]);

        Assert.Equal("new", Codes(stored));
    }

    [Fact]
    public void A_deletion_is_not_undone_by_a_version_that_comes_late()
    {
        var stored = Stored();

        stored.Apply([Version(2, null)]);
        stored.Apply([Version(1, "old")]);

        Assert.Equal("", Codes(stored));
    }

    [Fact]
    public void What_was_read_before_a_change_does_not_undo_it()
    {
        var stored = Stored();
        var generation = stored.Generation;
        stored.Apply([Version(2, "new")]);

        Assert.False(stored.Replace("ValueSet", [Version(1, "old")], generation));
        Assert.Equal("new", Codes(stored));
        Assert.True(stored.Replace("ValueSet", [], stored.Generation));
        Assert.Equal("", Codes(stored));
    }

    [Fact]
    public void Resources_of_other_types_are_left_aside()
    {
        var stored = Stored();

        stored.Apply([Version(1, "a") with { Key = new("Basic", "a") }]);

        Assert.Equal("", Codes(stored));
    }

    [Fact]
    public void Content_beyond_the_limit_is_not_used_and_that_is_logged()
    {
        var stored = Stored(maxBytes: 10);

        stored.Apply([Version(1, "a")]);

        Assert.Equal("", Codes(stored));
        Assert.Contains("MaxStoredBytes", _log.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Room_that_was_given_back_can_be_used_again()
    {
        var stored = Stored(maxBytes: 300);

        for (var version = 1; version < 100; version++) stored.Apply([Version(version, $"{version}")]);

        Assert.Equal("99", Codes(stored));
    }

    [Fact]
    public void Content_of_the_service_is_no_override_of_a_client_and_takes_no_room()
    {
        var stored = Stored(maxBytes: 10);

        stored.Apply([Version(1, "a") with { Change = ResourceChange.Publish }, Version(2, "b") with { Change = ResourceChange.Republish }]);

        Assert.Equal("", Codes(stored));
        Assert.Equal("", _log.Text);
    }

    public void Dispose()
    {
        _loggers.Dispose();
        _log.Dispose();
    }

    private static string Codes(StoredTerminology stored)
        => string.Join(' ', stored.Service.Expand(Url, new()).Value?.Codes.Select(code => code.Code) ?? []);

    private static ResourceVersion Version(int version, string? code) => new()
    {
        Key = new("ValueSet", "a"),
        Number = 1,
        Version = version,
        Sequence = version,
        LastUpdated = DateTimeOffset.UnixEpoch.AddSeconds(version),
        Change = code is null ? ResourceChange.Delete : ResourceChange.Update,
        Json = code is null
            ? default
            : Encoding.UTF8.GetBytes($$$"""{"resourceType":"ValueSet","id":"a","url":"{{{Url}}}","compose":{"include":[{"system":"s","concept":[{"code":"{{{code}}}"}]}]}}"""),
    };

    private StoredTerminology Stored(int maxBytes = 1_000_000) => new(
        DefinitionSet.Empty, Options.Create(new TerminologyOptions { MaxStoredBytes = maxBytes }), _loggers.CreateLogger<StoredTerminology>());
}
