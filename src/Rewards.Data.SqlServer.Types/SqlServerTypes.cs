namespace Microsoft.SqlServer.Server;

/// <summary>How a user-defined type is serialized. Only its name is needed: the portal has no such types.</summary>
public enum Format
{
    /// <summary>Not stated.</summary>
    Unknown = 0,

    /// <summary>SQL Server's own serialization.</summary>
    Native = 1,

    /// <summary>The type serializes itself by <see cref="IBinarySerialize"/>.</summary>
    UserDefined = 2,
}

/// <summary>Serialization that a user-defined type writes itself.</summary>
public interface IBinarySerialize
{
    /// <summary>Reads the value.</summary>
    /// <param name="r">Where from.</param>
    void Read(BinaryReader r);

    /// <summary>Writes the value.</summary>
    /// <param name="w">Where to.</param>
    void Write(BinaryWriter w);
}

/// <summary>Marks a user-defined type.</summary>
/// <param name="format">How it is serialized.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct)]
public sealed class SqlUserDefinedTypeAttribute(Format format) : Attribute
{
    /// <summary>How it is serialized.</summary>
    public Format Format { get; } = format;

    /// <summary>The size of the largest value in bytes, -1 for no limit.</summary>
    public int MaxByteSize { get; set; }

    /// <summary>Whether all values have the same size.</summary>
    public bool IsFixedLength { get; set; }

    /// <summary>Whether values compare by their bytes.</summary>
    public bool IsByteOrdered { get; set; }

    /// <summary>The name of the method that validates a value.</summary>
    public string? ValidationMethodName { get; set; }

    /// <summary>The type's name on the server.</summary>
    public string? Name { get; set; }
}

/// <summary>A user-defined type that does not fulfil its contract.</summary>
public sealed class InvalidUdtException : SystemException
{
    /// <summary>Creates it with no message.</summary>
    public InvalidUdtException()
    {
    }

    /// <summary>Creates it with a message.</summary>
    /// <param name="message">What is wrong.</param>
    public InvalidUdtException(string message)
        : base(message)
    {
    }

    /// <summary>Creates it with a message and a cause.</summary>
    /// <param name="message">What is wrong.</param>
    /// <param name="innerException">Why.</param>
    public InvalidUdtException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
