using System.Text.Json;

namespace CompanyData.Sandbox.Qonto;

/// <summary>A webhook subscription. Its fields, the secret included, are [docs].</summary>
internal sealed class QontoWebhook
{
    public required Guid Id { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset UpdatedAt { get; set; }

    public required string CallbackUrl { get; set; }

    public required bool Enabled { get; set; }

    public required string Secret { get; set; }

    public void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("id", Id);
        json.WriteString("created_at", QontoWriting.Milliseconds(CreatedAt));
        json.WriteString("updated_at", QontoWriting.Milliseconds(UpdatedAt));
        json.WriteString("callback_url", CallbackUrl);
        json.WriteBoolean("enabled", Enabled);
        json.WriteString("secret", Secret);
        json.WriteEndObject();
    }
}
