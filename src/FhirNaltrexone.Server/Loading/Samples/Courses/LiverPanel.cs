namespace FhirNaltrexone.Server.Loading.Samples.Courses;

/// <summary>A hepatic panel.</summary>
/// <param name="When">Time of the visit.</param>
/// <param name="AltPercent">ALT in percent of the upper limit.</param>
/// <param name="AstPercent">AST likewise.</param>
/// <param name="IsRecheck">Whether it was drawn because the one before had risen.</param>
internal sealed record LiverPanel(DateTimeOffset When, int AltPercent, int AstPercent, bool IsRecheck = false);
