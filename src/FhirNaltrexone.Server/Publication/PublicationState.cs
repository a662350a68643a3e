using FhirNaltrexone.Storage.Interactions.Publishing;

namespace FhirNaltrexone.Server.Publication;

/// <summary>How far this process has come in publishing.</summary>
internal sealed class PublicationState
{
    private volatile PublicationReport? _report;
    private volatile bool _hasTried;

    /// <summary>What it came to; null while it is not done.</summary>
    public PublicationReport? Report => _report;

    /// <summary>Whether it was tried, with or without success.</summary>
    public bool HasTried => _hasTried;

    /// <summary>It is done.</summary>
    public void Done(PublicationReport report)
    {
        _report = report;
        _hasTried = true;
    }

    /// <summary>It failed, and will be tried again.</summary>
    public void Failed() => _hasTried = true;
}
