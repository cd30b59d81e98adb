using CompanyData.Pipeline;

namespace CompanyData.Pump.Tests;

internal static class InputOutputBufferExtensions
{
    public static ValueTask WriteAsync(this InputOutputBuffer buffer, object record) => buffer.WriteAsync(record, CancellationToken.None);
}
