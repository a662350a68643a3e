using FhirNaltrexone.Storage.Resources;

namespace FhirNaltrexone.Storage.Sqlite;

/// <summary>A unit of work with the task its caller waits on.</summary>
internal sealed class SqliteWork<T>(Func<SqliteWriteScope, CancellationToken, Decision<T>> work, CancellationToken cancellationToken) : ISqliteWork
{
    // Callers go on elsewhere: the writer's thread is for writing.
    private readonly TaskCompletionSource<T> _done = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private T? _value;

    public Task<T> Task => _done.Task;

    public bool IsAbandoned => cancellationToken.IsCancellationRequested;

    public bool Run(SqliteWriteScope scope)
    {
        var decision = work(scope, cancellationToken);
        _value = decision.Value;
        return decision.IsCommit;
    }

    public void Complete() => _done.TrySetResult(_value!);

    public void Fail(Exception error) => _done.TrySetException(error);

    public void Cancel() => _done.TrySetCanceled(cancellationToken);
}
