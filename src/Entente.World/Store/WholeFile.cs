namespace Entente.World.Store;

/// <summary>Writes a file whole or not at all.</summary>
public static class WholeFile
{
    /// <summary>Writes beside the path and puts the file in place when it is complete; an older file of the name is replaced.</summary>
    /// <param name="path">Where to.</param>
    /// <param name="text">The text, written as UTF-8.</param>
    /// <exception cref="InvalidInputException">The file cannot be written.</exception>
    public static void Write(string path, string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        Write(path, System.Text.Encoding.UTF8.GetBytes(text));
    }

    /// <summary>Writes bytes the same way.</summary>
    /// <param name="path">Where to.</param>
    /// <param name="bytes">The content.</param>
    /// <exception cref="InvalidInputException">The file cannot be written.</exception>
    public static void Write(string path, byte[] bytes)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(bytes);
        var unfinished = path + ".partial";
        try
        {
            try
            {
                File.WriteAllBytes(unfinished, bytes);
                File.Move(unfinished, path, overwrite: true);
            }
            finally
            {
                File.Delete(unfinished);
            }
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new InvalidInputException($"'{path}' cannot be written ({problem.Message.TrimEnd('.')}): name a file in a folder that you may write to.", problem);
        }
    }
}
