namespace FhirNaltrexone.Server.Operations.Requests;

/// <summary>All that a request passes through, to send stored ones the same way.</summary>
internal sealed class ServerPipeline
{
    private readonly TaskCompletionSource<RequestDelegate> _built = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>The pipeline is built.</summary>
    public void Set(RequestDelegate pipeline) => _built.TrySetResult(pipeline);

    /// <summary>Waits until it is: jobs may be taken up before the server listens.</summary>
    public Task<RequestDelegate> GetAsync(CancellationToken cancellationToken) => _built.Task.WaitAsync(cancellationToken);
}
