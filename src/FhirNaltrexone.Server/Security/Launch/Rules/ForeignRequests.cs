using FhirNaltrexone.Server.Security.Smart;
using FhirNaltrexone.Server.Security.Smart.Tokens;
using Microsoft.AspNetCore;
using OpenIddict.Server;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace FhirNaltrexone.Server.Security.Launch.Rules;

/// <summary>Leaves requests at the token endpoint that come from registered clients, or ask for no grant at all, to <see cref="TokenEndpoint"/>.</summary>
internal sealed class ForeignRequests : IOpenIddictServerHandler<ProcessRequestContext>
{
    public async ValueTask HandleAsync(ProcessRequestContext context)
    {
        var request = context.Transaction.GetHttpRequest()!;
        if (request.Path != SmartAddresses.Token) return;
        var form = await TokenForm.ReadAsync(request, request.HttpContext.RequestAborted).ConfigureAwait(false);
        if (form?.GetValueOrDefault("grant_type") is null or TokenForm.ClientCredentials) context.SkipRequest();
    }
}
