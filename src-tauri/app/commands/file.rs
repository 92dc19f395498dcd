//! Files: dialogs give tokens, evidence is kept by its content, copies are saved where a dialog says.

use std::path::Path;

use base64::Engine;
use base64::prelude::BASE64_STANDARD as BASE64;
use chengdan_domain::refusal::Refusal;
use chengdan_domain::text::{clean_line, safe_file_name};

use crate::App;
use crate::fault::Fault;
use crate::spool;
use crate::store::file;
use crate::views::*;

/// The largest file that is kept, in MB.
const MOST_MB: i64 = 20;

/// Opens a dialog; the page gets a token, never a path.
pub fn pick(app: &App, request: FilePick) -> Result<Option<FileToken>, Fault> {
    let Some(path) = app.dialogs().pick(request.kind) else { return Ok(None) };
    let size = std::fs::metadata(&path).map_or(0, |meta| i64::try_from(meta.len()).unwrap_or(i64::MAX));
    Ok(Some(token(app, &path, size)))
}

/// Opens a save dialog.
pub fn pick_save(app: &App, request: FilePickSave) -> Result<Option<FileToken>, Fault> {
    Ok(app.dialogs().pick_save(&file_name(&request.name)).map(|path| token(app, &path, 0)))
}

fn token(app: &App, path: &Path, size: i64) -> FileToken {
    let name = path.file_name().map_or_else(String::new, |name| name.to_string_lossy().into_owned());
    FileToken { token: app.desk().token(path.to_path_buf()), name, size }
}

/// Whether a file of this size may be kept; the page asks before it reads the file.
///
/// # Errors
/// `FileTooLarge` above 20 MB, `FileEmpty`.
pub fn check(_app: &App, request: FileCheck) -> Result<Nothing, Fault> {
    refuse_size(&file_name(&request.name), request.size)?;
    Ok(Nothing {})
}

/// Keeps a pasted or dropped file: evidence of a decision.
///
/// # Errors
/// `FileTooLarge` above 20 MB, `FileEmpty`, malformed when it is not base64.
pub fn keep(app: &App, request: FileKeep) -> Result<FileKept, Fault> {
    let me = app.person_id()?;
    let name = file_name(&request.name);
    let bytes = decode(&name, &request.base64)?;
    let book = app.book()?;
    let sha256 = book.keep_bytes(&bytes)?;
    book.act(app.now(), Some(me), |act| file::register(act, &sha256, &name, kind_of(&bytes), bytes.len()))?;
    Ok(FileKept { sha256, name, size: whole(bytes.len()) })
}

/// The bytes that the page sent; what is too large is refused before it is decoded.
///
/// # Errors
/// `FileTooLarge`, `FileEmpty`, malformed when it is not base64.
pub fn decode(name: &str, base64: &str) -> Result<Vec<u8>, Fault> {
    let about = whole(base64.len() / 4 * 3);
    if about > MOST_MB * 1024 * 1024 + 2 {
        refuse_size(name, about)?;
    }
    let bytes =
        BASE64.decode(base64.as_bytes()).map_err(|error| Fault::Malformed { detail: error.to_string() })?;
    refuse_size(name, whole(bytes.len()))?;
    Ok(bytes)
}

/// Refuses what is larger than is kept, and a file without anything in it. `size` in bytes.
///
/// # Errors
/// `FileTooLarge`, `FileEmpty`.
pub fn refuse_size(name: &str, size: i64) -> Result<(), Fault> {
    if size > MOST_MB * 1024 * 1024 {
        return Err(Refusal::FileTooLarge { name: name.into(), most_mb: MOST_MB, size: Some(size) }.into());
    }
    if size <= 0 {
        return Err(Refusal::FileEmpty { name: name.into() }.into());
    }
    Ok(())
}

/// What the bytes are, told by how they begin and never by the name: the pictures and papers that are shown. Anything
/// else, SVG and HTML above all, is bytes to be saved.
pub fn kind_of(bytes: &[u8]) -> &'static str {
    const SHOWN: [(&[u8], &str); 5] = [
        (b"\x89PNG\r\n\x1a\n", "image/png"),
        (b"\xff\xd8\xff", "image/jpeg"),
        (b"GIF87a", "image/gif"),
        (b"GIF89a", "image/gif"),
        (b"%PDF-", "application/pdf"),
    ];
    if bytes.starts_with(b"RIFF") && bytes.get(8..12) == Some(b"WEBP") {
        return "image/webp";
    }
    let known = SHOWN.iter().find(|(beginning, _)| bytes.starts_with(beginning));
    known.map_or("application/octet-stream", |(_, kind)| kind)
}

fn whole(count: usize) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}

/// The bytes of a kept file.
pub fn view(app: &App, request: FileAsk) -> Result<FileView, Fault> {
    let book = app.book()?;
    let (name, _) =
        book.read(|connection| file::describe(connection, &request.sha256))?.ok_or(Refusal::RowNotFound)?;
    let bytes = book.file_bytes(&request.sha256)?;
    Ok(shown(name, kind_of(&bytes).into(), &bytes, request.sha256))
}

/// Bytes as the page takes them.
pub fn shown(name: String, mime: String, bytes: &[u8], sha256: String) -> FileView {
    FileView { name, mime, base64: BASE64.encode(bytes), sha256 }
}

/// Saves a copy where a dialog says; `None` when the user cancelled.
pub fn save_as(app: &App, request: FileSaveAs) -> Result<Option<Written>, Fault> {
    let bytes = bytes_of(app, &request.sha256)?;
    let Some(path) = app.dialogs().pick_save(&file_name(&request.name)) else { return Ok(None) };
    write_whole(&path, &bytes)?;
    Ok(Some(Written { path: path.display().to_string() }))
}

/// Opens a PDF in the system's viewer, from where it is printed: the very bytes that were shown.
///
/// # Errors
/// `ViewerMissing` when the system has no program for PDFs; `RowNotFound`; `DiskFull`; malformed for anything else
/// than a PDF, which would be opened by who knows what.
pub fn print(app: &App, request: FilePrint) -> Result<Nothing, Fault> {
    let bytes = bytes_of(app, &request.sha256)?;
    let kind = kind_of(&bytes);
    if kind != "application/pdf" {
        return Err(Fault::Malformed { detail: format!("only a PDF is printed, not {kind}") });
    }
    let name = clean_line(request.name.rsplit(['/', '\\']).next().unwrap_or_default());
    let name = safe_file_name(name.strip_suffix(".pdf").unwrap_or(&name), "pdf");
    let path = spool::put(&std::env::temp_dir(), &name, &bytes, app.now())?;
    app.dialogs().open_pdf(&path).map_err(|why| {
        app.log(&format!("file_print: {why}"));
        Fault::refused(Refusal::ViewerMissing { name })
    })?;
    Ok(Nothing {})
}

/// The bytes of a paper that was shown, or of a kept file.
fn bytes_of(app: &App, sha256: &str) -> Result<Vec<u8>, Fault> {
    let shown = app.desk().held_paper(sha256);
    shown.map_or_else(|| app.book()?.file_bytes(sha256), Ok)
}

/// Writes to a temporary name, fsyncs, renames: a full disk never leaves half a file under the right name.
///
/// # Errors
/// `DiskFull`, or broken.
pub fn write_whole(path: &Path, bytes: &[u8]) -> Result<(), Fault> {
    use std::io::Write;
    let half = path.with_extension("part");
    let write = || -> std::io::Result<()> {
        let mut file = std::fs::File::create(&half)?;
        file.write_all(bytes)?;
        file.sync_all()?;
        std::fs::rename(&half, path)
    };
    write().inspect_err(|_| {
        let _ = std::fs::remove_file(&half);
    })?;
    Ok(())
}

/// A name as it may stand in a folder: without a path, without signs that hide or turn letters; an ending that looks
/// like one is kept.
pub fn file_name(name: &str) -> String {
    let line = clean_line(name.rsplit(['/', '\\']).next().unwrap_or_default());
    let ending =
        |text: &str| !text.is_empty() && text.len() <= 10 && text.bytes().all(|b| b.is_ascii_alphanumeric());
    match line.rsplit_once('.') {
        Some((stem, last)) if ending(last) => safe_file_name(stem, last),
        _ => safe_file_name(&line, "bin"),
    }
}
