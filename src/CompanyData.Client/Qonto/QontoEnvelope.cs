using System.Text.Json.Serialization;
using CompanyData.Json;
using CompanyData.Transport;

namespace CompanyData.Qonto;

/// <summary>One object in its envelope, such as <c>{registration: …}</c>.</summary>
internal sealed class QontoEnvelope<T> : IIdentified
    where T : class
{
    [JsonIgnore]
    public T? Value { get; private set; }

    string? IIdentified.Id => (Value as IIdentified)?.Id;

    public T? Registration
    {
        get => null;
        set => Value = value;
    }

    public T? RegistrationFile
    {
        get => null;
        set => Value = value;
    }
}
