using FhirNaltrexone.Server.CdsHooks.Intake;

namespace FhirNaltrexone.Server.CdsHooks.Burden;

/// <summary>The call whose cards are thinned out.</summary>
/// <param name="Service">Id of the service.</param>
/// <param name="Request">The call.</param>
/// <param name="Now">The instant of evaluation.</param>
internal readonly record struct CardCall(string Service, HookRequest Request, DateTimeOffset Now);
