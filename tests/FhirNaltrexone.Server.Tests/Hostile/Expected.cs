namespace FhirNaltrexone.Server.Tests.Hostile;

/// <summary>What the server must answer.</summary>
/// <param name="Status">HTTP status.</param>
/// <param name="Tells">A refusal: text that diagnostics or expression must hold, so that the sender finds the defect.</param>
/// <param name="Rule">An answer with cards: the rule that must speak; empty for none in particular, null for no card at all.</param>
internal sealed record Expected(int Status, string Tells = "", string? Rule = "")
{
    /// <summary>Cards of which nothing in particular is asked but that they are valid.</summary>
    public static readonly Expected Cards = new(200);

    /// <summary>The defect concerns nothing that the rules read: they find nothing to say, as without it.</summary>
    public static readonly Expected NoCards = new(200, Rule: null);

    /// <summary>The rules go on and a card says that data could not be read.</summary>
    public static readonly Expected DataQuality = new(200, Rule: "DQ-01");

    /// <summary>The web server refuses before any of our code runs, and without a body.</summary>
    public static readonly Expected Bare400 = new(400, Tells: null!);

    /// <summary>A card of this rule.</summary>
    public static Expected Card(string rule) => new(200, Rule: rule);

    /// <summary>400 that tells where.</summary>
    public static Expected Bad(string tells) => new(400, tells);

    /// <summary>Another refusal.</summary>
    public static Expected Refused(int status, string tells) => new(status, tells);
}
