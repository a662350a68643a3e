using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.Extensions.Logging;

namespace FhirNaltrexone.Server.Tests.Security.Edges;

/// <summary>All that loggers are told: messages, the values in them, errors, and what stands around.</summary>
internal sealed class EverythingLogged : ILoggerProvider, ISupportExternalScope
{
    private readonly ConcurrentQueue<string> _lines = new();
    private IExternalScopeProvider? _scopes;

    public IReadOnlyCollection<string> Lines => _lines;

    public ILogger CreateLogger(string categoryName) => new Category(this, categoryName);

    public void SetScopeProvider(IExternalScopeProvider scopeProvider) => _scopes = scopeProvider;

    public void Dispose()
    {
    }

    private static string Values<T>(T state)
        => state is IEnumerable<KeyValuePair<string, object?>> values ? string.Join(' ', values.Select(value => $"{value.Key}={Convert.ToString(value.Value, CultureInfo.InvariantCulture)}")) : string.Empty;

    private sealed class Category(EverythingLogged log, string name) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => log._scopes?.Push(state);

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            var around = new List<string>();
            log._scopes?.ForEachScope((scope, lines) => lines.Add($"{scope} {Values(scope)}"), around);
            log._lines.Enqueue($"{logLevel} {name} {eventId} {formatter(state, exception)} | {Values(state)} | {exception} | {string.Join(" / ", around)}");
        }
    }
}
