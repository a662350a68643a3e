using FhirNaltrexone.Server.Loading.Samples.Model;

namespace FhirNaltrexone.Server.Loading.Samples.Courses;

/// <summary>What happened to one person, as plain values; the records are written from it.</summary>
internal sealed class Course(Person person, SampleOpioid opioid, DateTimeOffset intake, DateTimeOffset anchor)
{
    public Person Person { get; } = person;

    public SampleOpioid Opioid { get; } = opioid;

    /// <summary>First visit.</summary>
    public DateTimeOffset Intake { get; } = intake;

    /// <summary>The "now" of the data.</summary>
    public DateTimeOffset Anchor { get; } = anchor;

    /// <summary>Concepts of the other conditions.</summary>
    public List<string> Conditions { get; } = [];

    /// <summary>Last opioid before the first dose of naltrexone.</summary>
    public DateTimeOffset LastUse { get; set; }

    /// <summary>First dose of naltrexone.</summary>
    public DateTimeOffset Start { get; set; }

    /// <summary>Days a rise of liver enzymes ended treatment, unless it ended before.</summary>
    public DateTimeOffset? LiverStop { get; set; }

    public List<Challenge> Challenges { get; } = [];

    public List<Injection> Injections { get; } = [];

    public List<TabletPhase> Tablets { get; } = [];

    public List<DateTimeOffset> MissedAppointments { get; } = [];

    public List<Lapse> Lapses { get; } = [];

    public List<UrineTest> UrineTests { get; } = [];

    public List<LiverPanel> LiverPanels { get; } = [];

    public List<Score> WithdrawalScores { get; } = [];

    public List<Score> MoodScores { get; } = [];

    /// <summary>The end, even if it lies behind the anchor.</summary>
    public Ending? Ending { get; set; }

    /// <summary>The end, if it has come already.</summary>
    public Ending? Ended => Ending?.When <= Anchor ? Ending : null;

    /// <summary>The last instant treatment can have gone on.</summary>
    public DateTimeOffset Last => Ended?.When ?? Anchor;
}
