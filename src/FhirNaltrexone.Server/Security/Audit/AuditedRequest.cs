using System.Security.Cryptography;
using System.Text;
using FhirNaltrexone.Storage.Access;

namespace FhirNaltrexone.Server.Security.Audit;

/// <summary>What a record says of the request itself.</summary>
/// <param name="Interaction">What was asked for.</param>
/// <param name="Address">Network address it came from; null when it was worked on later.</param>
/// <param name="Id">Its id, to be found in logs and traces.</param>
/// <param name="Query">The request as it was sent, method included; null where the resource says it all.</param>
/// <param name="Resource">The resource its address names, as <c>Type/id</c>; null when it names none.</param>
internal sealed record AuditedRequest(AuditedInteraction Interaction, string? Address, string? Id, string? Query, string? Resource)
{
    private const int LongestRepeated = 1024;

    private static readonly string[] OfOneResource = ["read", "vread", "create", "update", "patch", "delete"];

    /// <summary>The form that was sent with it; null for none.</summary>
    public string? Form { get; init; }

    /// <summary>
    /// What further records of the same request say of it: a long form stands in the first one alone, or a search could be made to fill the database
    /// by the number of those whom it finds.
    /// </summary>
    public AuditedRequest Repeated => Form is { Length: > LongestRepeated } form ? this with { Form = Digest(Encoding.UTF8.GetBytes(form)) } : this;

    /// <summary>The notice that goes along with records under 42 CFR Part 2: a single resource has its labels and no other (docs/decisions/0011).</summary>
    public string? Notice { get; init; } = OfOneResource.Contains(Interaction.Code) ? null : DisclosureTexts.Part2Text;

    private static string Digest(byte[] form)
        => $"(a form of {form.Length} bytes with SHA-256 {Convert.ToHexStringLower(SHA256.HashData(form))}, which stands in the first record of this request)";
}
