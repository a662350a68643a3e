using FhirNaltrexone.Server.Loading.Samples.Model;

namespace FhirNaltrexone.Server.Loading.Samples;

/// <summary>Draws for one person what the model describes.</summary>
internal sealed class Dice(SampleModel model, SampleRandom random)
{
    private const int Million = 1_000_000;

    /// <summary>What is drawn from.</summary>
    public SampleModel Model { get; } = model;

    /// <summary>Whether something of a given share happens.</summary>
    public bool Happens(string share) => random.Between(0, Million - 1) < Model.Shares[share].Share * Million;

    /// <summary>A number out of a range.</summary>
    public int Draw(string range) => Draw(Model.Ranges[range]);

    /// <summary>A number out of a range.</summary>
    public int Draw(SampleRange range) => random.Between(range.From, range.To);

    /// <summary>The mean of two draws: the middle is more likely than the ends.</summary>
    public int DrawMiddle(string range) => (Draw(range) + Draw(range)) / 2;

    /// <summary>A length of time out of a range of days.</summary>
    public TimeSpan Days(string range) => TimeSpan.FromDays(Draw(range));

    /// <summary>One of several, each as likely.</summary>
    public T Pick<T>(IReadOnlyList<T> items) => items[random.Between(0, items.Count - 1)];

    /// <summary>One of several choices by weight.</summary>
    public string Choose(string weights)
    {
        var choices = Model.Weights[weights].Of;
        return Choose([.. choices.Keys], choice => choices[choice]);
    }

    /// <summary>One of several items by weight.</summary>
    public T Choose<T>(IReadOnlyList<T> items, Func<T, int> weight)
    {
        var left = random.Between(1, items.Sum(weight));
        return items.First(item => (left -= weight(item)) <= 0);
    }

    /// <summary>A time of day, to five minutes, between two hours.</summary>
    public TimeSpan TimeOfDay(int fromHour, int toHour) => TimeSpan.FromMinutes(5 * random.Between(fromHour * 12, (toHour * 12) - 1));
}
