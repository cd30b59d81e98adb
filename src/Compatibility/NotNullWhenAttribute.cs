namespace System.Diagnostics.CodeAnalysis;

/// <summary>Nullable flow annotation, where the framework lacks this type.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
internal sealed class NotNullWhenAttribute(bool returnValue) : Attribute
{
    public bool ReturnValue { get; } = returnValue;
}
