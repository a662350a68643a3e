namespace FhirNaltrexone.Server.Web;

/// <summary>Which browsers may call the service. Section <c>Cors</c> of the configuration.</summary>
internal sealed class WebOptions
{
    /// <summary>Name of the configuration section.</summary>
    public const string Section = "Cors";

    /// <summary>Origins of pages that may call, such as <c>https://sandbox.cds-hooks.org</c>; none by default. There is no wildcard.</summary>
    public IList<string> Origins { get; } = [];
}
