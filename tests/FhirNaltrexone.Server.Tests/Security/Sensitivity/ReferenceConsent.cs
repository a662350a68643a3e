namespace FhirNaltrexone.Server.Tests.Security.Sensitivity;

/// <summary>One cell of the matrix, in words.</summary>
internal sealed record ConsentRow(
    string Status, string Purpose, string Actor, string Period, string Label, string Shape, bool IsOfLaw, string Resource, string Reason, bool IsTrusted = true);

/// <summary>
/// The second opinion on consents. It knows no JSON and no recursion: a consent is a chain of signs, each within the one before, and the innermost that
/// is about the disclosure decides. What labels reach is a table.
/// </summary>
internal static class ReferenceConsent
{
    // The chains, from the outside in; what stands behind the colon is what the exception is about.
    private static readonly Dictionary<string, string[]> Chains = new()
    {
        ["nothing"] = [],
        ["permit"] = ["+"],
        ["deny"] = ["-"],
        ["permit but observations"] = ["+", "-:Observation"],
        ["deny but observations"] = ["-", "+:Observation"],
        ["permit but observations, save for payment"] = ["+", "-:Observation", "+:HPAYMT"],
    };

    // Label of the consent, labels of the resource: whether a permit reaches it, whether a deny does.
    private static readonly Dictionary<(string, string), (bool Permit, bool Deny)> Reach = new()
    {
        [("", "")] = (true, true),
        [("", "OPIOIDUD")] = (true, true),
        [("", "SUD")] = (true, true),
        [("", "HIV")] = (true, true),
        [("", "OPIOIDUD HIV")] = (true, true),
        [("SUD", "")] = (false, false),
        [("SUD", "OPIOIDUD")] = (true, true),
        [("SUD", "SUD")] = (true, true),
        [("SUD", "HIV")] = (false, false),
        [("SUD", "OPIOIDUD HIV")] = (false, true),
        [("OPIOIDUD", "")] = (false, false),
        [("OPIOIDUD", "OPIOIDUD")] = (true, true),
        [("OPIOIDUD", "SUD")] = (false, true),
        [("OPIOIDUD", "HIV")] = (false, false),
        [("OPIOIDUD", "OPIOIDUD HIV")] = (false, true),
        [("ETHUD", "")] = (false, false),
        [("ETHUD", "OPIOIDUD")] = (false, false),
        [("ETHUD", "SUD")] = (false, true),
        [("ETHUD", "HIV")] = (false, false),
        [("ETHUD", "OPIOIDUD HIV")] = (false, false),
    };

    // Nobody can tell whether they are the caller.
    private static readonly string[] Doubtful = ["team", "somebody by name"];

    public static IEnumerable<string> Shapes => Chains.Keys;

    public static bool IsShown(ConsentRow row) => IsShown(row.Resource, false, (1, row));

    /// <summary>Whether a record is shown on several consents, each with the day on which it was given: the last day that has a word decides.</summary>
    public static bool IsShown(string resource, bool isHeld, params (int Day, ConsentRow Row)[] consents)
    {
        if (isHeld) return true;
        for (var day = consents.Max(consent => consent.Day); day > 0; day--)
        {
            var words = consents.Where(consent => consent.Day == day).Select(consent => Word(consent.Row)).ToList();
            if (words.Contains("-")) return false;
            if (words.Contains("+")) return true;
        }

        return resource.EndsWith('/');
    }

    /// <summary>What one consent says: yes, no, or nothing that counts.</summary>
    private static string Word(ConsentRow row)
    {
        var parts = row.Resource.Split('/');
        var (type, labels) = (parts[0], parts[1]);
        var chain = row.Status == "active" && row.Period is ("none" or "now") ? Chains[row.Shape] : [];
        var isDenyFirst = chain is ["-", ..];
        var isAsked = IsPurpose(row.Purpose, row.Reason) && IsActor(row.Actor, row.Reason, isDenyFirst) && IsReached(row.Label, labels, isDenyFirst);
        var sign = "0";
        foreach (var link in isAsked ? chain : [])
        {
            if (link.Contains(':', StringComparison.Ordinal) && link[2..] != type && link[2..] != row.Reason) break;
            sign = link[..1];
        }

        // An exception that denies makes itself felt even where the permit around it is in doubt; one that permits needs that there is no doubt.
        if (!isAsked && chain is ["+", ..] && IsInDoubt(row, labels)) sign = Innermost(chain, type, row.Reason) == "-" ? "-" : "0";
        if (sign != "+") return sign;
        var isDoubtful = Doubtful.Contains(row.Actor) || (labels == "SUD" && row.Label is ("OPIOIDUD" or "ETHUD"));
        var isMeant = labels.Length == 0 || (row.Label.Length > 0 && IsReached(row.Label, labels, false)) || (row.IsOfLaw && !labels.Contains("HIV", StringComparison.Ordinal));
        return row.IsTrusted && isMeant && !isDoubtful ? "+" : "0";
    }

    private static string Innermost(string[] chain, string type, string reason)
        => chain.TakeWhile(link => !link.Contains(':', StringComparison.Ordinal) || link[2..] == type || link[2..] == reason).Last()[..1];

    private static bool IsInDoubt(ConsentRow row, string labels)
        => IsPurpose(row.Purpose, row.Reason) && IsActor(row.Actor, row.Reason, true) && (IsReached(row.Label, labels, false) || (row.Label == "SUD" && labels == "OPIOIDUD HIV")
            || (row.Label == "OPIOIDUD" && labels == "OPIOIDUD HIV"));

    private static bool IsPurpose(string stated, string asked) => stated.Length == 0 || stated == asked || (stated == "TREAT" && asked == "ETREAT");

    private static bool IsActor(string actor, string reason, bool isDeny) => actor switch
    {
        "none" or "me" or "my organisation" => true,
        "treating providers" => reason is "TREAT" or "ETREAT",
        "payers" => reason == "HPAYMT",
        _ => isDeny && Doubtful.Contains(actor),
    };

    private static bool IsReached(string label, string labels, bool isDeny) => isDeny ? Reach[(label, labels)].Deny : Reach[(label, labels)].Permit;
}
