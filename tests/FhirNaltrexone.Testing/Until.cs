using Xunit;

namespace FhirNaltrexone.Testing;

/// <summary>Waits for what happens in the background: looks again and again, and fails the test when it never comes.</summary>
public static class Until
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    /// <summary>Waits until something holds.</summary>
    /// <param name="condition">Whether it does.</param>
    /// <param name="what">What is waited for, to be told when it never comes.</param>
    public static Task TrueAsync(Func<bool> condition, string what) => TrueAsync(() => Task.FromResult(condition()), what);

    /// <inheritdoc cref="TrueAsync(Func{bool}, string)"/>
    public static Task TrueAsync(Func<Task<bool>> condition, string what)
        => FoundAsync(async () => await condition() ? condition : null, what);

    /// <summary>Waits until there is something.</summary>
    /// <param name="look">Gives it; null when it is not there yet.</param>
    /// <param name="what">What is waited for, to be told when it never comes.</param>
    /// <returns>What came.</returns>
    public static async Task<T> FoundAsync<T>(Func<Task<T?>> look, string what)
        where T : class
    {
        using var limit = new CancellationTokenSource(Patience);
        while (true)
        {
            if (await look() is { } found) return found;
            if (limit.IsCancellationRequested) Assert.Fail($"Waited in vain for: {what}");
            await Task.Delay(Pause, TestContext.Current.CancellationToken);
        }
    }
}
