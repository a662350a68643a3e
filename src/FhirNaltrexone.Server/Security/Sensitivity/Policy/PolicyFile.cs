using System.Text.Json;
using System.Text.Json.Serialization;

namespace FhirNaltrexone.Server.Security.Sensitivity.Policy;

/// <summary>Reads the policy: the one of this build, or the file a site has in its place.</summary>
internal static class PolicyFile
{
    private const string Embedded = "sensitivity/policy.json";

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        ReadCommentHandling = JsonCommentHandling.Skip,
    };

    /// <summary>Reads it.</summary>
    /// <param name="path">File of the site; null for that of the build.</param>
    /// <exception cref="ServerException">It cannot be used (<see cref="ServerErrorCode.PolicyUnusable"/>): nothing may be shown by a policy that nobody can read.</exception>
    public static SensitivityPolicy Read(string? path)
    {
        try
        {
            using var stream = string.IsNullOrEmpty(path) ? typeof(PolicyFile).Assembly.GetManifestResourceStream(Embedded)! : File.OpenRead(path);
            var policy = JsonSerializer.Deserialize<SensitivityPolicy>(stream, Options)!;
            if (policy.Rules.Count == 0) throw Unusable("it has no rules, and nothing would be labelled by what it says");
            return Unknown(policy) is { } name ? throw Unusable($"it has no label {name}") : policy;
        }
        catch (Exception error) when (error is JsonException or IOException or UnauthorizedAccessException)
        {
            throw Unusable(error.Message);
        }
    }

    /// <summary>The failure of a policy that cannot be used.</summary>
    public static ServerException Unusable(string reason)
        => new(ServerErrorCode.PolicyUnusable, $"The sensitivity policy (Security:Sensitivity:PolicyFile) cannot be used: {reason}.");

    private static string? Unknown(SensitivityPolicy policy)
        => policy.Source.Concat(policy.Rules.SelectMany(rule => rule.Labels)).FirstOrDefault(name => !policy.Labels.ContainsKey(name));
}
