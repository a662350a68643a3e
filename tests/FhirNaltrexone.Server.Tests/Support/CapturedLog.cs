using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace FhirNaltrexone.Server.Tests.Support;

/// <summary>Everything logged, at every level the configuration lets through.</summary>
internal sealed class CapturedLog : ILoggerProvider, ILogger
{
    private readonly ConcurrentQueue<string> _lines = new();

    public string Text => string.Join('\n', _lines);

    /// <summary>What was logged as an error: of an exception its type and where it came from.</summary>
    public string Errors => string.Join('\n', _lines.Where(line => line.StartsWith($"{LogLevel.Error} ", StringComparison.Ordinal)));

    public ILogger CreateLogger(string categoryName) => this;

    public void Log<TState>(LogLevel level, EventId id, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        => _lines.Enqueue($"{level} {id.Id} {formatter(state, exception)} {exception}");

    public bool IsEnabled(LogLevel logLevel) => true;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public void Dispose()
    {
    }
}
