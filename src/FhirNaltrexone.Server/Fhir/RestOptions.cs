using System.ComponentModel.DataAnnotations;

namespace FhirNaltrexone.Server.Fhir;

/// <summary>How the FHIR interface reads and answers. Section <c>Rest</c> of the configuration.</summary>
internal sealed class RestOptions
{
    /// <summary>Name of the configuration section.</summary>
    public const string Section = "Rest";

    /// <summary>Base URL by which clients know this server, without slash at the end; null for the address each request was sent to.</summary>
    [Url(ErrorMessage = "Rest:PublicBase must be an absolute URL such as https://fhir.example.org/fhir.")]
    public string? PublicBase { get; set; }

    /// <summary>Whether the structure of what is stored is checked against FHIR R4: <c>strict</c> or <c>off</c>.</summary>
    [RegularExpression("^(strict|off)$", ErrorMessage = "Rest:Structure must be strict or off.")]
    public string Structure { get; set; } = "strict";

    /// <summary>Whether <see cref="Structure"/> is strict.</summary>
    internal bool IsStructureChecked => Structure == "strict";

    /// <summary>Largest body with one resource, in bytes, unpacked; a larger one is answered with 413.</summary>
    [Range(1_024, 256 * 1024 * 1024)]
    public int MaxBodyBytes { get; set; } = 2 * 1024 * 1024;

    /// <summary>Largest body with a batch or transaction, in bytes, unpacked; a larger one is answered with 413.</summary>
    [Range(1_024, 1024 * 1024 * 1024)]
    public int MaxBundleBytes { get; set; } = 64 * 1024 * 1024;

    /// <summary>Longest path and query of a request, in characters; a longer one is answered with 414.</summary>
    [Range(256, 30_000)]
    public int MaxUrlLength { get; set; } = 8_192;

    /// <summary>What Retry-After says while the database is not to be reached, in seconds.</summary>
    [Range(1, 3_600)]
    public int RetryAfterSeconds { get; set; } = 5;
}
