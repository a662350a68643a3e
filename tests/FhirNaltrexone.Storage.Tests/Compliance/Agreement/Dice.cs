namespace FhirNaltrexone.Storage.Tests.Compliance.Agreement;

/// <summary>Draws the same things from the same seed.</summary>
internal sealed class Dice(int seed)
{
    // A fixed generator is the point: a failure is repeated by its seed.
#pragma warning disable CA5394
    private readonly Random _random = new(seed);

    public int Below(int limit) => _random.Next(limit);

    public bool Chance(int percent) => _random.Next(100) < percent;
#pragma warning restore CA5394

    public T Pick<T>(IReadOnlyList<T> choices) => choices[Below(choices.Count)];

    /// <summary>What is drawn, or mostly nothing.</summary>
    public T? Maybe<T>(int percent, Func<T> draw) where T : class => Chance(percent) ? draw() : null;

    /// <summary>So many or fewer.</summary>
    public IReadOnlyList<T> UpTo<T>(int most, Func<T> draw) => [.. Enumerable.Range(0, Below(most + 1)).Select(_ => draw())];
}
