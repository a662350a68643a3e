using System.Text.Json.Nodes;
using FhirNaltrexone.Server.Security.Keys;
using FhirNaltrexone.Server.Security.Launch;
using FhirNaltrexone.Server.Security.Smart.Scopes;
using Microsoft.Extensions.Options;

namespace FhirNaltrexone.Server.Security.Smart;

/// <summary>What SMART clients find out first (SMART App Launch 2.2, conformance). Says what is there, and nothing else.</summary>
internal sealed class SmartConfiguration(SmartAddresses addresses, IOptions<LaunchOptions> launch, IOptions<SecurityOptions> security)
{
    private static readonly string[] Always = ["permission-v1", "permission-v2"];

    private static readonly string[] OfLaunch =
    [
        "launch-ehr", "launch-standalone", "authorize-post", "client-public", "sso-openid-connect", "context-banner", "context-ehr-patient",
        "context-ehr-encounter", "context-standalone-patient", "context-standalone-encounter", "permission-offline", "permission-patient", "permission-user",
    ];

    private bool HasLaunch => launch.Value.Enabled;

    private bool HasClients => security.Value.Clients.Any(client => client.Scopes is not null);

    /// <summary>Answers; always in JSON, whatever the client would accept.</summary>
    public Task AnswerAsync(HttpContext context) => context.Response.WriteAsJsonAsync(Write(context.Request), context.RequestAborted);

    /// <summary>The addresses, by their names in the extension of the CapabilityStatement.</summary>
    /// <param name="fhir">The FHIR base that the client uses.</param>
    public IReadOnlyList<KeyValuePair<string, string>> Addresses(string fhir)
    {
        var root = addresses.Root(fhir);
        List<KeyValuePair<string, string>> found = [];
        if (HasLaunch) found.Add(new("authorize", root + SmartAddresses.Authorize));
        if (HasLaunch || HasClients) found.Add(new("token", root + SmartAddresses.Token));
        if (HasLaunch) found.AddRange([new("introspect", root + SmartAddresses.Introspect), new("revoke", root + SmartAddresses.Revoke)]);
        return found;
    }

    private JsonObject Write(HttpRequest request)
    {
        var document = new JsonObject();
        if (HasLaunch)
        {
            document["issuer"] = LaunchTokens.Issuer(request);
            document["jwks_uri"] = addresses.Root(request) + SmartAddresses.Keys;
        }

        foreach (var (name, address) in Addresses(addresses.Fhir(request))) document[Name(name)] = address;
        document["grant_types_supported"] = List(Grants());
        document["token_endpoint_auth_methods_supported"] = List(Methods());
        if (HasClients) document["token_endpoint_auth_signing_alg_values_supported"] = List(Algorithms());

        // Required, and S256 with it, also of servers where nobody launches (SMART App Launch 2.2, conformance, metadata).
        document["code_challenge_methods_supported"] = List(["S256"]);
        if (HasLaunch) document["response_types_supported"] = List(["code"]);
        if (HasLaunch) document["scopes_supported"] = List([.. ScopeReader.Names, "patient/*.cruds", "user/*.cruds"]);
        document["capabilities"] = List([.. HasLaunch ? OfLaunch : [], .. HasClients ? (string[])["client-confidential-asymmetric"] : [], .. Always]);
        return document;
    }

    private static string Name(string address) => address switch
    {
        "authorize" => "authorization_endpoint",
        "introspect" => "introspection_endpoint",
        "revoke" => "revocation_endpoint",
        _ => "token_endpoint",
    };

    private IEnumerable<string> Grants()
    {
        if (HasLaunch) yield return "authorization_code";
        if (HasLaunch) yield return "refresh_token";
        if (HasClients) yield return "client_credentials";
    }

    private IEnumerable<string> Methods()
    {
        if (HasLaunch) yield return "none";
        if (HasClients) yield return "private_key_jwt";
    }

    private IEnumerable<string> Algorithms() => security.Value.Clients
        .Where(client => client.Scopes is not null)
        .SelectMany(client => client.Algorithms.Count > 0 ? client.Algorithms : SignatureAlgorithm.Defaults)
        .Distinct();

    private static JsonArray List(IEnumerable<string> values) => [.. values.Select(value => JsonValue.Create(value))];
}
