namespace FhirNaltrexone.Server.Tests.Subscriptions;

/// <summary>Waits for what happens in the background.</summary>
internal static class Until
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    public static Task TrueAsync(Func<bool> condition, string what) => TrueAsync(() => Task.FromResult(condition()), what);

    public static async Task TrueAsync(Func<Task<bool>> condition, string what)
    {
        using var limit = new CancellationTokenSource(Patience);
        while (!await condition())
        {
            if (limit.IsCancellationRequested) Assert.Fail($"Waited in vain for: {what}");
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }
    }
}
