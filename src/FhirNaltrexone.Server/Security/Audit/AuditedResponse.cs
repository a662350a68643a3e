using Microsoft.AspNetCore.Http.Features;

namespace FhirNaltrexone.Server.Security.Audit;

/// <summary>Holds an answer back until it has been recorded: nothing is sent, not even headers, before that.</summary>
/// <param name="inner">The body as it was.</param>
/// <param name="before">Records; called once, before the first byte.</param>
internal sealed class AuditedResponse(IHttpResponseBodyFeature inner, Func<CancellationToken, Task> before)
    : StreamResponseBodyFeature(new HeldBody(inner.Stream, before), inner)
{
    public override async Task StartAsync(CancellationToken cancellationToken = default)
    {
        await before(cancellationToken).ConfigureAwait(false);
        await base.StartAsync(cancellationToken).ConfigureAwait(false);
    }

    public override async Task CompleteAsync()
    {
        await before(CancellationToken.None).ConfigureAwait(false);
        await base.CompleteAsync().ConfigureAwait(false);
    }

    public override async Task SendFileAsync(string path, long offset, long? count, CancellationToken cancellationToken)
    {
        await before(cancellationToken).ConfigureAwait(false);
        await base.SendFileAsync(path, offset, count, cancellationToken).ConfigureAwait(false);
    }

    private sealed class HeldBody(Stream inner, Func<CancellationToken, Task> before) : Stream
    {
        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            await before(cancellationToken).ConfigureAwait(false);
            await inner.WriteAsync(buffer, cancellationToken).ConfigureAwait(false);
        }

        public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
            => WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

        public override async Task FlushAsync(CancellationToken cancellationToken)
        {
            await before(cancellationToken).ConfigureAwait(false);
            await inner.FlushAsync(cancellationToken).ConfigureAwait(false);
        }

        // Whoever writes without waiting would send before the record is stored.
        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override void Flush()
        {
            // Nothing is kept here.
        }

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();
    }
}
