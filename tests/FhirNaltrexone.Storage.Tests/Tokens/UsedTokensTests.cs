using FhirNaltrexone.Storage.Tokens;

namespace FhirNaltrexone.Storage.Tests.Tokens;

/// <summary>What every engine must do for used tokens. Each engine runs it all.</summary>
public abstract class UsedTokensTests
{
    private static readonly DateTimeOffset Expiry = new(2026, 3, 1, 8, 0, 0, TimeSpan.Zero);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_token_counts_once()
    {
        var tokens = await OpenAsync();

        Assert.True(await tokens.TryUseAsync(new("ehr", "one", Expiry), Cancel));
        Assert.False(await tokens.TryUseAsync(new("ehr", "one", Expiry), Cancel));
        Assert.False(await tokens.TryUseAsync(new("ehr", "one", Expiry.AddHours(1)), Cancel));
    }

    [Fact]
    public async Task Ids_belong_to_their_issuer_and_are_told_apart_to_the_letter()
    {
        var tokens = await OpenAsync();
        await tokens.TryUseAsync(new("ehr", "one", Expiry), Cancel);

        Assert.True(await tokens.TryUseAsync(new("other", "one", Expiry), Cancel));
        Assert.True(await tokens.TryUseAsync(new("ehr", "One", Expiry), Cancel));
        Assert.True(await tokens.TryUseAsync(new("ehr", "one ", Expiry), Cancel));
        Assert.True(await tokens.TryUseAsync(new("ehro", "ne", Expiry), Cancel));
    }

    [Fact]
    public async Task Of_many_at_once_one_succeeds()
    {
        var tokens = await OpenAsync();

        var won = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => Task.Run(() => tokens.TryUseAsync(new("ehr", "one", Expiry), Cancel))));

        Assert.Single(won, true);
    }

    [Fact]
    public async Task A_token_is_used_after_the_database_was_opened_anew()
    {
        var tokens = await OpenAsync();
        await tokens.TryUseAsync(new("ehr", "one", Expiry), Cancel);

        tokens = await ReopenAsync();

        Assert.False(await tokens.TryUseAsync(new("ehr", "one", Expiry), Cancel));
    }

    [Fact]
    public async Task Forgets_what_has_expired_and_nothing_else()
    {
        var tokens = await OpenAsync();
        await tokens.TryUseAsync(new("ehr", "old", Expiry), Cancel);
        await tokens.TryUseAsync(new("ehr", "new", Expiry.AddMilliseconds(1)), Cancel);

        Assert.Equal(1, await tokens.RemoveExpiredAsync(Expiry, Cancel));

        Assert.True(await tokens.TryUseAsync(new("ehr", "old", Expiry), Cancel));
        Assert.False(await tokens.TryUseAsync(new("ehr", "new", Expiry), Cancel));
    }

    protected abstract Task<IUsedTokens> OpenAsync();

    protected abstract Task<IUsedTokens> ReopenAsync();
}
