namespace System.Runtime.CompilerServices;

/// <summary>Lets the compiler emit <c>init</c> setters where the framework lacks this type.</summary>
internal static class IsExternalInit;
