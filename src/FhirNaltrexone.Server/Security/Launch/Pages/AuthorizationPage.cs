using System.Security.Claims;
using FhirNaltrexone.Server.Security.Smart;
using FhirNaltrexone.Server.Security.Smart.Scopes;
using FhirNaltrexone.Storage.Access;
using Microsoft.AspNetCore;
using Microsoft.Extensions.Options;
using OpenIddict.Abstractions;
using OpenIddict.Server.AspNetCore;
using Claims = OpenIddict.Abstractions.OpenIddictConstants.Claims;
using Destinations = OpenIddict.Abstractions.OpenIddictConstants.Destinations;

namespace FhirNaltrexone.Server.Security.Launch.Pages;

/// <summary>
/// Answers requests for a code, checked before: one from an EHR at once, for the context is known; one of an app that stands alone after a person has
/// chosen patient and user, and said yes.
/// </summary>
internal sealed class AuthorizationPage(
    LaunchScopes scopes, LaunchHandles handles, LaunchSessions sessions, ChartChoices choices, SmartAddresses addresses, IOptions<LaunchOptions> options)
{
    private const string Title = "Let the app in";

    /// <summary>Shows the pages, or sends the app its code.</summary>
    public async Task<IResult> AnswerAsync(HttpContext http)
    {
        var cancel = http.RequestAborted;
        var request = http.GetOpenIddictServerRequest()!;
        var granted = scopes.Grant(scopes.Read(request.Scope));
        if ((string?)request["launch"] is { Length: > 0 } handle)
            return handles.Take(handle) is { } opened ? SignIn(http, granted, opened) : Refuse(OpenIddictConstants.Errors.InvalidRequest, "launch is unknown, used or too old.");
        var chosen = await ChosenContext.ReadAsync(http.Request, cancel).ConfigureAwait(false);
        if (chosen.IsDenied) return Refuse(OpenIddictConstants.Errors.AccessDenied, "The user has said no.");
        var page = new ChoicePage(Title, SmartAddresses.Authorize)
            .Carry(request.GetParameters().Where(one => !one.Key.StartsWith(ChosenContext.Prefix, StringComparison.Ordinal)).Select(one => (one.Key, (string?)one.Value ?? string.Empty)))
            .Say($"{options.Value.AppId} asks for: {granted.Text}");
        if (NeedsPatient(granted) && chosen.PatientId is null) return await EhrPage.PatientsAsync(page, choices, chosen.Name, cancel).ConfigureAwait(false);
        if (chosen.User.Length == 0) return await AskAsync(page, chosen, granted, cancel).ConfigureAwait(false);
        return await chosen.CheckAsync(choices, cancel).ConfigureAwait(false) is { } context ? SignIn(http, granted, context) : Results.BadRequest();
    }

    private async Task<IResult> AskAsync(ChoicePage page, ChosenContext chosen, ScopeList granted, CancellationToken cancellationToken)
    {
        page.Carry([(ChosenContext.Prefix + "patient", chosen.Patient)])
            .Offer("user", "User", await choices.UsersAsync(chosen.PatientId, cancellationToken).ConfigureAwait(false));
        if (granted.Has("launch/encounter") && chosen.PatientId is { } patient)
            page.Offer("encounter", "Encounter", await choices.RecordsAsync("Encounter", patient, cancellationToken).ConfigureAwait(false), isOptional: true);
        return page.Button("allow", "Allow").Button("deny", "Deny").Show();
    }

    private static bool NeedsPatient(ScopeList granted)
        => granted.Has("launch/patient") || granted.Has("launch/encounter") || granted.Grants.Any(grant => grant.Context == GrantContext.Patient);

    private static IResult Refuse(string error, string text) => Results.Forbid(
        new(new Dictionary<string, string?>
        {
            [OpenIddictServerAspNetCoreConstants.Properties.Error] = error,
            [OpenIddictServerAspNetCoreConstants.Properties.ErrorDescription] = text,
        }),
        [OpenIddictServerAspNetCoreDefaults.AuthenticationScheme]);

    private IResult SignIn(HttpContext http, ScopeList granted, LaunchContext context)
    {
        var fhir = addresses.Fhir(http.Request);
        var identity = new ClaimsIdentity(OpenIddictServerAspNetCoreDefaults.AuthenticationScheme, Claims.Name, Claims.Role);
        identity.SetClaim(Claims.Subject, context.User)
            .SetClaim(LaunchClaims.User, $"{fhir}/{context.User}")
            .SetClaim(LaunchClaims.Patient, context.Patient)
            .SetClaim(LaunchClaims.Encounter, context.Encounter)
            .SetClaim(LaunchClaims.Context, context.Record)
            .SetClaim(LaunchClaims.Session, sessions.Begin())
            .SetClaim(LaunchClaims.Step, 0)
            .SetScopes(granted.Scopes.Select(scope => scope.Text))
            .SetResources(fhir)
            .SetDestinations(claim => Destination(claim, granted));
        return Results.SignIn(new ClaimsPrincipal(identity), authenticationScheme: OpenIddictServerAspNetCoreDefaults.AuthenticationScheme);
    }

    /// <summary>What the FHIR interface must know is in the access token; the step stays in codes and refresh tokens.</summary>
    private static IEnumerable<string> Destination(Claim claim, ScopeList granted) => claim.Type switch
    {
        Claims.Subject => [Destinations.AccessToken, Destinations.IdentityToken],
        LaunchClaims.User => granted.Has("fhirUser") ? [Destinations.AccessToken, Destinations.IdentityToken] : [Destinations.AccessToken],
        LaunchClaims.Patient or LaunchClaims.Encounter or LaunchClaims.Session => [Destinations.AccessToken],
        _ => [],
    };
}
