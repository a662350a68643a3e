namespace FhirNaltrexone.Validation.Terminology;

/// <summary>The answer to the question whether a code belongs to a value set or code system. Texts never repeat what the client sent.</summary>
/// <param name="Verdict">Yes, no, or unknown.</param>
/// <param name="Message">Why not, or why it is unknown, as a sentence; null for yes.</param>
public sealed record CodeCheck(CodeVerdict Verdict, string? Message = null)
{
    /// <summary>System of the code; found out when the question left it open. Null when the code was not found.</summary>
    public string? System { get; init; }

    /// <summary>Version of the code system that was looked at; null when it has none or the code was not found.</summary>
    public string? Version { get; init; }

    /// <summary>The code as its system writes it; null when it was not found.</summary>
    public string? Code { get; init; }

    /// <summary>The display to show; null when none is known.</summary>
    public string? Display { get; init; }

    /// <summary>Whether the display that came with the code is none of its displays. The verdict leaves this aside.</summary>
    public bool IsDisplayWrong { get; init; }

    /// <summary>What deserves attention although the code is right, as a sentence: a wrong display, a code out of use, another spelling, another version.</summary>
    public string? Warning { get; init; }
}
