//! The line to a mail server: TCP, then TLS, one command and its answer at a time. lettre's own connection keeps what
//! was received before STARTTLS and takes it for answers given under encryption (CVE-2011-0411); this one does not
//! go on when there is any.

use std::fmt::Display;
use std::io::{self, BufRead, BufReader, Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::sync::Arc;
use std::time::Duration;

use lettre::transport::smtp::Error as SmtpError;
use lettre::transport::smtp::response::Response;
use rustls::pki_types::pem::PemObject;
use rustls::pki_types::{CertificateDer, ServerName};
use rustls::{ClientConfig, ClientConnection, RootCertStore, StreamOwned};

/// The longest answer, and the longest line of one, in bytes; RFC 5321 asks for 512 a line.
const LONGEST_ANSWER: usize = 100_000;
const LONGEST_LINE: u64 = 4_096;

/// Why there is no good answer.
#[derive(Debug)]
pub enum Failure {
    /// The line: lost, timed out, not encrypted as it should be.
    Line(io::Error),
    /// The server's no.
    No(Response),
    /// What was said is no answer.
    Garbled(String),
    /// More was said in the open than was asked for: somebody on the way prepares answers.
    Injected,
}

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Failure {
        Failure::Line(error)
    }
}

impl From<SmtpError> for Failure {
    fn from(error: SmtpError) -> Failure {
        Failure::Garbled(error.to_string())
    }
}

enum Stream {
    Open(TcpStream),
    Encrypted(Box<StreamOwned<ClientConnection, TcpStream>>),
    /// Between the two, and after an encryption that failed.
    Cut,
}

impl Stream {
    fn socket(&self) -> io::Result<&TcpStream> {
        match self {
            Stream::Open(socket) => Ok(socket),
            Stream::Encrypted(stream) => Ok(stream.get_ref()),
            Stream::Cut => Err(io::ErrorKind::NotConnected.into()),
        }
    }
}

impl Read for Stream {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        match self {
            Stream::Open(socket) => socket.read(into),
            Stream::Encrypted(stream) => stream.read(into),
            Stream::Cut => Err(io::ErrorKind::NotConnected.into()),
        }
    }
}

/// What is trusted, and the name the server must prove.
pub struct Trust {
    config: Arc<ClientConfig>,
    name: ServerName<'static>,
}

impl Trust {
    /// The public authorities, and those of `pem` (a chain pasted as one text is taken whole).
    ///
    /// # Errors
    /// [`Failure::Line`] for a text that is no certificate or a name that is no host's.
    pub fn new(host: &str, pem: &str) -> Result<Trust, Failure> {
        let wrong = |error: &dyn Display| io::Error::new(io::ErrorKind::InvalidInput, error.to_string());
        let mut roots = RootCertStore { roots: webpki_roots::TLS_SERVER_ROOTS.to_vec() };
        for certificate in CertificateDer::pem_slice_iter(pem.as_bytes()) {
            let certificate = certificate.map_err(|error| wrong(&format!("certificate: {error}")))?;
            roots.add(certificate).map_err(|error| wrong(&format!("certificate: {error}")))?;
        }
        let provider = Arc::new(rustls::crypto::ring::default_provider());
        let config = ClientConfig::builder_with_provider(provider)
            .with_safe_default_protocol_versions()
            .map_err(|error| wrong(&error))?
            .with_root_certificates(roots)
            .with_no_client_auth();
        let name = ServerName::try_from(host.to_string()).map_err(|error| wrong(&error))?;
        Ok(Trust { config: Arc::new(config), name })
    }
}

/// A line to a server.
pub struct Wire {
    stream: BufReader<Stream>,
}

impl Wire {
    /// Connects to the first address that answers; from then on each wait is at most `patience` long.
    ///
    /// # Errors
    /// [`Failure::Line`] of the last address.
    pub fn connect(addresses: &[SocketAddr], patience: Duration) -> Result<Wire, Failure> {
        let mut last = io::Error::from(io::ErrorKind::AddrNotAvailable);
        for address in addresses {
            match TcpStream::connect_timeout(address, patience) {
                Ok(socket) => {
                    let wire = Wire { stream: BufReader::new(Stream::Open(socket)) };
                    wire.set_patience(patience)?;
                    return Ok(wire);
                }
                Err(error) => last = error,
            }
        }
        Err(last.into())
    }

    /// How long each wait may be from now on.
    ///
    /// # Errors
    /// [`Failure::Line`]: then nobody knows how long it will be.
    pub fn set_patience(&self, patience: Duration) -> Result<(), Failure> {
        let socket = self.stream.get_ref().socket()?;
        socket.set_read_timeout(Some(patience))?;
        Ok(socket.set_write_timeout(Some(patience))?)
    }

    /// Shakes hands. Whatever was received in the open ends with this; if there is anything unasked, the line is cut.
    ///
    /// # Errors
    /// [`Failure::Injected`]; [`Failure::Line`] with the words of TLS.
    pub fn encrypt(&mut self, trust: &Trust) -> Result<(), Failure> {
        self.nothing_unasked()?;
        let Stream::Open(mut socket) = std::mem::replace(self.stream.get_mut(), Stream::Cut) else {
            return Err(io::Error::from(io::ErrorKind::NotConnected).into());
        };
        let mut tls = ClientConnection::new(Arc::clone(&trust.config), trust.name.clone())
            .map_err(|error| io::Error::new(io::ErrorKind::InvalidData, error))?;
        while tls.is_handshaking() {
            tls.complete_io(&mut socket)?;
        }
        let stream = Stream::Encrypted(Box::new(StreamOwned::new(tls, socket)));
        // A new reader: nothing of the old one can be in it.
        self.stream = BufReader::new(stream);
        Ok(())
    }

    /// Says a command, whole in one write, and reads its answer.
    ///
    /// # Errors
    /// [`Failure`]; [`Failure::No`] for 4xx and 5xx.
    pub fn command(&mut self, command: impl Display) -> Result<Response, Failure> {
        self.nothing_unasked()?;
        let text = command.to_string();
        match self.stream.get_mut() {
            Stream::Open(socket) => socket.write_all(text.as_bytes()).and_then(|()| socket.flush())?,
            Stream::Encrypted(stream) => stream.write_all(text.as_bytes()).and_then(|()| stream.flush())?,
            Stream::Cut => return Err(io::Error::from(io::ErrorKind::NotConnected).into()),
        }
        self.answer()
    }

    /// Reads an answer: its lines up to the one without a hyphen after the code.
    ///
    /// # Errors
    /// [`Failure`].
    pub fn answer(&mut self) -> Result<Response, Failure> {
        let mut text = String::new();
        loop {
            let mut line = Vec::new();
            self.stream.by_ref().take(LONGEST_LINE).read_until(b'\n', &mut line)?;
            if !line.ends_with(b"\n") {
                let lost = io::Error::from(io::ErrorKind::UnexpectedEof);
                return Err(if line.is_empty() {
                    lost.into()
                } else {
                    Failure::Garbled("half a line".into())
                });
            }
            // The words may be in any encoding; the code is not.
            let line = String::from_utf8_lossy(&line);
            let line = line.trim_end_matches(['\r', '\n']);
            text.push_str(line);
            // A bare code is an answer too.
            text.push_str(if line.len() == 3 { " \r\n" } else { "\r\n" });
            if text.len() > LONGEST_ANSWER {
                return Err(Failure::Garbled("an answer without end".into()));
            }
            if line.as_bytes().get(3) != Some(&b'-') {
                break;
            }
        }
        let answer: Response = text.parse()?;
        if answer.is_positive() { Ok(answer) } else { Err(Failure::No(answer)) }
    }

    /// In the open, whatever is there before it was asked for comes from somebody else.
    fn nothing_unasked(&self) -> Result<(), Failure> {
        let open = matches!(self.stream.get_ref(), Stream::Open(_));
        if open && !self.stream.buffer().is_empty() { Err(Failure::Injected) } else { Ok(()) }
    }
}
