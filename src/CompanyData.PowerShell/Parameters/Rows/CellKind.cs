namespace CompanyData.Parameters;

/// <summary>The type of a cell in a row.</summary>
public enum CellKind
{
    /// <summary>Text, or a number as text.</summary>
    Text,

    /// <summary>Like <see cref="Text"/>, but a value that is not text becomes an error of the row, which can name the row.</summary>
    Column,

    /// <summary>A date with the year first; a time zone does not change the day.</summary>
    Day,

    /// <summary>A date with time, with the year first.</summary>
    Time,

    /// <summary>True or false, as commonly written in English and French.</summary>
    Flag,

    /// <summary>Like <see cref="Flag"/>, but an empty cell is false.</summary>
    Switch,

    /// <summary>A decimal number with a decimal point.</summary>
    Number,

    /// <summary>An absolute web address.</summary>
    Address,

    /// <summary>A web address that the command validates itself.</summary>
    Uri,

    /// <summary>A hashtable, or an object with properties.</summary>
    Table,

    /// <summary>Any number of tables.</summary>
    Tables,
}
