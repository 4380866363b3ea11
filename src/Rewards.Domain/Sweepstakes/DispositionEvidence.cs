using System.Globalization;
using System.Text;

namespace Rewards.Domain.Sweepstakes;

/// <summary>
/// What speaks for a disposition, kept on file and sealed: one document, whose hash is published in the disposition's line, and where there is one a
/// file that the document names by its hash. Never changed.
/// </summary>
public sealed class DispositionEvidence
{
    /// <summary>The longest note, in UTF-16 units.</summary>
    public const int NoteLength = 1000;

    private DispositionEvidence()
    {
    }

    /// <summary>Puts a document on file.</summary>
    /// <param name="id">The one that the document has in it.</param>
    /// <param name="code">The reason.</param>
    /// <param name="document">Its bytes.</param>
    /// <param name="sealedDocument">The same, sealed for this row.</param>
    /// <param name="file">The type and the bytes, sealed for this row, of the file that it names; null where there is none.</param>
    public DispositionEvidence(Guid id, string code, byte[] document, byte[] sealedDocument, (string Type, byte[] Sealed)? file)
    {
        Id = id;
        Code = code;
        Hash = Digest.Of(document).Bytes.ToArray();
        SealedDocument = sealedDocument;
        FileType = file?.Type;
        SealedFile = file?.Sealed;
    }

    /// <summary>Its name.</summary>
    public Guid Id { get; private set; }

    /// <summary>The reason.</summary>
    public string Code { get; private set; } = "";

    /// <summary>SHA-256 of the document.</summary>
    public byte[] Hash { get; private set; } = [];

    /// <summary>The document.</summary>
    public byte[] SealedDocument { get; private set; } = [];

    /// <summary>What the file is: <c>application/pdf</c>, <c>image/png</c> or <c>image/jpeg</c>.</summary>
    public string? FileType { get; private set; }

    /// <summary>The file.</summary>
    public byte[]? SealedFile { get; private set; }

    /// <summary>
    /// The document of what two officers decide. Its id is random and never published, so that nobody finds the note by trying notes against the hash.
    /// </summary>
    /// <param name="id">Of the evidence.</param>
    /// <param name="claimId">Which claim.</param>
    /// <param name="code">The reason.</param>
    /// <param name="note">In words.</param>
    /// <param name="file">The type and the hash of the file; null where there is none.</param>
    public static byte[] OfOfficers(Guid id, Guid claimId, string code, string note, (string Type, Digest Hash)? file) => Document(
        id, claimId, code, [("note", note), ("fileType", file?.Type), ("file", file?.Hash.ToString())]);

    /// <summary>The document of what follows from the rules alone: nobody answered in time.</summary>
    /// <param name="id">Of the evidence.</param>
    /// <param name="claimId">Which claim.</param>
    /// <param name="code">The reason.</param>
    /// <param name="byMail">Whether the person was told by mail, and not by hand.</param>
    /// <param name="toldAt">When, UTC; null where that is not known.</param>
    /// <param name="answerBy">Until when it could be answered, UTC.</param>
    /// <param name="forfeitedAt">UTC.</param>
    public static byte[] OfRules(Guid id, Guid claimId, string code, bool byMail, DateTime? toldAt, DateTime answerBy, DateTime forfeitedAt) => Document(
        id,
        claimId,
        code,
        [
            ("toldBy", byMail ? "mail" : "hand"),
            ("toldAt", toldAt is { } at ? Instant(at) : null),
            ("answerBy", Instant(answerBy)),
            ("forfeitedAt", Instant(forfeitedAt)),
        ]);

    // What is null is left out.
    private static byte[] Document(Guid id, Guid claimId, string code, (string Name, string? Value)[] more)
    {
        (string Name, string? Value)[] members = [("id", id.ToString("n")), ("claim", claimId.ToString("n")), ("reason", code), .. more];
        var written = members.Where(member => member.Value is not null).Select(member => $"\"{member.Name}\":{CanonicalJson.Quote(member.Value!)}");
        return Encoding.UTF8.GetBytes($"{{{string.Join(',', written)}}}");
    }

    private static string Instant(DateTime utc) => utc.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
