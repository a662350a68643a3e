namespace FhirNaltrexone.Knowledge.Apply;

/// <summary>Ends an application that cannot go on; <see cref="Application"/> turns it into a value.</summary>
internal sealed class ApplyFaultException(ApplyIssue issue) : Exception(issue.Text)
{
    public ApplyIssue Issue => issue;
}
