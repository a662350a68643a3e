using System.Text.Json;
using OpenIddict.Abstractions;
using OpenIddict.Server;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace FhirNaltrexone.Server.Security.Launch.Rules;

/// <summary>Adds the launch context to the answer with a token (SMART App Launch 2.2, launch context arrives with your access token).</summary>
internal sealed class TokenAnswer : IOpenIddictServerHandler<ProcessSignInContext>
{
    public ValueTask HandleAsync(ProcessSignInContext context)
    {
        if (context.EndpointType != OpenIddictServerEndpointType.Token || context.Principal is not { } principal) return default;
        var answer = context.Response;
        foreach (var name in new[] { LaunchClaims.Patient, LaunchClaims.Encounter })
        {
            if (principal.GetClaim(name) is { } id) answer[name] = id;
        }

        if (principal.GetClaim(LaunchClaims.Context) is { } record)
            answer[LaunchClaims.Context] = JsonSerializer.SerializeToElement(new[] { new { reference = record } });

        // The demonstration app stands alone: no frame around it shows whose chart is open.
        if (principal.GetClaim(LaunchClaims.Patient) is not null) answer["need_patient_banner"] = true;
        answer.Scope = (context.AccessTokenPrincipal ?? principal).GetScopes() is { Length: > 0 } scopes ? string.Join(' ', scopes) : answer.Scope;
        return default;
    }
}
