using FhirNaltrexone.Server.Security.Smart;
using Microsoft.AspNetCore;
using Microsoft.Extensions.Options;
using OpenIddict.Abstractions;
using OpenIddict.Server;
using static OpenIddict.Server.OpenIddictServerEvents;
using Errors = OpenIddict.Abstractions.OpenIddictConstants.Errors;

namespace FhirNaltrexone.Server.Security.Launch.Rules;

/// <summary>
/// What a request for a code must be like beyond OAuth 2.0 (SMART App Launch 2.2, obtain authorization code). Who the app is and where it is comes
/// first: nothing is ever sent to an address that is not registered.
/// </summary>
internal sealed class AuthorizationRules(IOptions<LaunchOptions> options, LaunchScopes scopes, SmartAddresses addresses)
    : IOpenIddictServerHandler<ValidateAuthorizationRequestContext>
{
    public ValueTask HandleAsync(ValidateAuthorizationRequestContext context)
    {
        if (context.ClientId != options.Value.AppId) context.Reject(Errors.InvalidClient, "The client is not registered.");
        else if (context.RedirectUri != options.Value.RedirectUri) context.Reject(Errors.InvalidRequest, "redirect_uri is not the one registered.");
        else if (Problem(context) is { } problem) context.Reject(problem.Error, problem.Text);
        return default;
    }

    private (string Error, string Text)? Problem(ValidateAuthorizationRequestContext context)
    {
        var request = context.Request;
        var fhir = addresses.Fhir(context.Transaction.GetHttpRequest()!);
        if (((string?)request["aud"])?.TrimEnd('/') != fhir) return (Errors.InvalidRequest, $"aud must be {fhir}.");
        if (string.IsNullOrEmpty(request.State)) return (Errors.InvalidRequest, "state is required.");
        if (request.CodeChallengeMethod != OpenIddictConstants.CodeChallengeMethods.Sha256) return (Errors.InvalidRequest, "code_challenge_method must be S256.");
        if (request.ResponseMode is not (null or "" or OpenIddictConstants.ResponseModes.Query)) return (Errors.InvalidRequest, "response_mode must be query.");
        var asked = scopes.Read(request.Scope);
        if (asked.Refused.Count > 0) return (Errors.InvalidScope, "A scope is not understood.");
        if (scopes.Grant(asked).Scopes.Count == 0) return (Errors.InvalidScope, "None of the scopes can be granted.");
        return asked.Has("launch") == string.IsNullOrEmpty((string?)request["launch"])
            ? (Errors.InvalidRequest, "The scope launch and the parameter launch come together.")
            : null;
    }
}
