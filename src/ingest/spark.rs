//! Apache Spark as the engine that adds up an archive, through Spark Connect. The only room with network code, and only
//! where the feature `spark` asks for it.

#![expect(clippy::result_large_err, reason = "the client's own error is that large, and it is rare")]

use std::net::{TcpStream, ToSocketAddrs as _};
use std::sync::mpsc::{self, RecvTimeoutError};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use spark_connect::row::{Row, Value};
use spark_connect::{DataFrame, DataType, SparkError, SparkSession};

use super::engine::{ColumnKind, Engine, EngineFailure, Group, GroupRequest, SummedColumn};

/// A session on a Spark Connect server.
pub struct Spark {
    session: SparkSession,
    server: Server,
    progress: Progress,
}

/// Since when work lies there that no worker takes; shared with the client, which is told how far the work is.
#[derive(Debug, Clone, Default)]
struct Progress(Arc<Mutex<Option<Instant>>>);

impl Progress {
    fn note(&self, n_taken: i64, n_left: i64) {
        let mut since = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let lies = n_taken == 0 && n_left > 0;
        *since = if lies { since.or_else(|| Some(Instant::now())) } else { None };
    }

    fn begin(&self) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = None;
    }

    fn has_stopped(&self) -> bool {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).is_some_and(|since| since.elapsed() > IDLE)
    }
}

/// Where a server listens.
#[derive(Debug, Clone)]
struct Server {
    /// As it was written, without what follows the place: that may be a token.
    address: String,
    /// `host:port`
    place: String,
}

/// The name under which the files of a request are asked.
const VIEW: &str = "evenhand_archive";
/// Where Spark Connect listens unless it is told otherwise.
const PORT: &str = "15002";
/// How long a server may take to accept a connection.
const PATIENCE: Duration = Duration::from_secs(5);
/// How long work may lie there that no worker takes.
const IDLE: Duration = Duration::from_secs(60);
/// So often a silent server is knocked at before it counts as lost.
const KNOCKS: usize = 3;

impl Server {
    fn of(address: &str) -> Server {
        let address = address.split("/;").next().unwrap_or(address).trim_end_matches('/');
        let place = address.trim_start_matches("sc://");
        let has_port = place.rsplit_once(':').is_some_and(|(_, port)| port.bytes().all(|byte| byte.is_ascii_digit()));
        let place = if has_port { place.to_owned() } else { format!("{place}:{PORT}") };
        Server { address: address.to_owned(), place }
    }

    fn unreachable(&self, why: impl ToString) -> EngineFailure {
        EngineFailure::Unreachable { address: self.address.clone(), why: why.to_string() }
    }

    /// Does anybody listen there?
    fn knock(&self) -> Result<(), EngineFailure> {
        let places = self.place.to_socket_addrs().map_err(|error| self.unreachable(error))?;
        let mut last = self.unreachable("its name has no address");
        for place in places {
            match TcpStream::connect_timeout(&place, PATIENCE) {
                Ok(_) => return Ok(()),
                Err(error) => last = self.unreachable(error),
            }
        }
        Err(last)
    }

    /// Waits for an answer while somebody listens. The client itself asks a lost server again for an hour.
    fn answer<T: Send + 'static>(
        &self,
        progress: &Progress,
        ask: impl FnOnce() -> Result<T, SparkError> + Send + 'static,
    ) -> Result<T, EngineFailure> {
        progress.begin();
        let (sender, answer) = mpsc::channel();
        std::thread::spawn(move || sender.send(ask()));
        let mut n_unheard = 0;
        loop {
            match answer.recv_timeout(PATIENCE) {
                Ok(Ok(answer)) => return Ok(answer),
                Ok(Err(error)) => {
                    // Was it lost while it worked?
                    self.knock()?;
                    return Err(EngineFailure::Failed(said(&error)));
                }
                Err(RecvTimeoutError::Disconnected) => {
                    return Err(EngineFailure::Failed("its client gave up".to_owned()));
                }
                Err(RecvTimeoutError::Timeout) => {
                    let knocked = self.knock();
                    n_unheard = if knocked.is_ok() { 0 } else { n_unheard + 1 };
                    if n_unheard >= KNOCKS {
                        knocked?;
                    }
                    if progress.has_stopped() {
                        let why = format!("no worker has taken its work for {} seconds", IDLE.as_secs());
                        return Err(EngineFailure::Failed(why));
                    }
                }
            }
        }
    }
}

impl Spark {
    /// Opens a session at `sc://host:port`, with the parameters Spark Connect knows: `sc://host:443/;use_ssl=true;token=...`.
    ///
    /// Errors: [`EngineFailure::Unreachable`], and what the client says of the address.
    pub fn connect(address: &str) -> Result<Spark, EngineFailure> {
        let server = Server::of(address);
        server.knock()?;
        let (whole, progress) = (address.to_owned(), Progress::default());
        let session = server.answer(&progress, move || {
            let session = SparkSession::builder().remote(&whole).get_or_create()?;
            session.version()?;
            Ok(session)
        })?;
        let told = progress.clone();
        session.register_progress_handler(move |of| {
            let n_left = of.stages.iter().map(|stage| stage.num_tasks - stage.num_completed_tasks).sum();
            told.note(of.num_inflight_tasks, n_left);
        });
        Ok(Spark { session, server, progress })
    }
}

impl Engine for Spark {
    fn columns(&self, files: &str) -> Result<Vec<(String, ColumnKind)>, EngineFailure> {
        let (session, files) = (self.session.clone(), files.to_owned());
        let schema = self.server.answer(&self.progress, move || archive(&session, &files).schema())?;
        let DataType::Struct { fields } = schema else {
            return Err(EngineFailure::Failed("the files have no columns".to_owned()));
        };
        Ok(fields.into_iter().map(|field| (field.name, kind(&field.data_type))).collect())
    }

    fn groups(&self, request: &GroupRequest) -> Result<Vec<Group>, EngineFailure> {
        let (session, files, query) = (self.session.clone(), request.files.clone(), query(request));
        let rows = self.server.answer(&self.progress, move || {
            archive(&session, &files).create_or_replace_temp_view(VIEW)?;
            session.sql(&query)?.collect()
        })?;
        rows.iter().map(|row| group(request, row)).collect()
    }
}

/// The files, with every column that one of them has: without that, one file would decide which columns there are.
fn archive(session: &SparkSession, files: &str) -> DataFrame {
    session.read().option("mergeSchema", "true").parquet(files)
}

fn kind(of: &DataType) -> ColumnKind {
    match of {
        DataType::String { .. } | DataType::Char { .. } | DataType::Varchar { .. } => ColumnKind::Text,
        DataType::Byte | DataType::Short | DataType::Integer | DataType::Long => ColumnKind::Whole,
        // A float of 32 bits becomes another one of 64 there, and so another decimal than it is here.
        DataType::Double | DataType::Decimal { .. } => ColumnKind::Number,
        DataType::Date => ColumnKind::Date,
        other => ColumnKind::Other(format!("{other:?}").to_lowercase()),
    }
}

/// What was said, without the server's own stack.
fn said(error: &SparkError) -> String {
    let message = error.message();
    let message = message.split("JVM stacktrace").next().unwrap_or_default();
    let mut words: Vec<&str> = message.split_whitespace().collect();
    // The client puts the class of the error before a text that begins with it.
    if words.len() > 1 && words[0] == words[1] {
        words.remove(0);
    }
    words.join(" ")
}

/// A name as SQL takes it, whatever it holds.
fn quoted(name: &str) -> String {
    format!("`{}`", name.replace('`', "``"))
}

fn query(request: &GroupRequest) -> String {
    let mut selected: Vec<String> = request.keys.iter().map(|key| format!("CAST({} AS STRING)", quoted(key))).collect();
    selected.push("COUNT(*)".to_owned());
    for sum in &request.sums {
        selected.extend(sums(sum));
    }
    let named: Vec<String> = selected.iter().enumerate().map(|(at, text)| format!("{text} AS c{at}")).collect();
    let keys: Vec<String> = request.keys.iter().map(|key| quoted(key)).collect();
    let grouped = if keys.is_empty() { String::new() } else { format!(" GROUP BY {}", keys.join(", ")) };
    format!("SELECT {} FROM {VIEW}{grouped}", named.join(", "))
}

/// Rows with an amount, their sum in base units, and rows whose amount cannot be added up. Every number is a whole one or an
/// exact decimal: a floating one counts as the shortest decimal that stands for it, as it does where a sheet is read here.
fn sums(sum: &SummedColumn) -> [String; 3] {
    let SummedColumn { scale, most, .. } = sum;
    let name = quoted(&sum.column);
    let (units, is_usable) = if sum.is_whole {
        let units = format!("CAST({name} AS BIGINT) * {scale}");
        (units, format!("{name} BETWEEN 0 AND {}", most / scale))
    } else {
        let exact = format!("TRY_CAST({name} AS DECIMAL(28, 9))");
        let units = format!("TRY_CAST({exact} * {scale} AS BIGINT)");
        let is_same = format!("CAST({exact} AS DOUBLE) = CAST({name} AS DOUBLE)");
        (
            units.clone(),
            format!("{name} BETWEEN 0 AND {most} AND {is_same} AND {units} = {exact} * {scale} AND {units} <= {most}"),
        )
    };
    let is_usable = format!("COALESCE({is_usable}, FALSE)");
    let is_there = if sum.is_needed { "TRUE".to_owned() } else { format!("{name} IS NOT NULL") };
    [
        format!("COUNT({name})"),
        format!("SUM(CASE WHEN {is_usable} THEN {units} END)"),
        format!("COUNT(CASE WHEN {is_there} AND NOT {is_usable} THEN 1 END)"),
    ]
}

fn group(request: &GroupRequest, row: &Row) -> Result<Group, EngineFailure> {
    let odd = || EngineFailure::Failed("the answer has another form than was asked for".to_owned());
    let (n_keys, values) = (request.keys.len(), row.values());
    let whole = |at: usize| match values.get(at) {
        Some(Value::Null) => Ok(0),
        Some(value) => value.as_i64().ok_or_else(odd),
        None => Err(odd()),
    };
    let count = |at: usize| whole(at)?.try_into().map_err(|_| odd());
    let key = |value: &Value| match value {
        Value::Null => Ok(None),
        Value::String(text) => Ok(Some(text.clone())),
        _ => Err(odd()),
    };
    let keys = values.get(..n_keys).ok_or_else(odd)?.iter().map(key).collect::<Result<_, _>>()?;
    let first = |sum: usize| n_keys + 1 + 3 * sum;
    let sums = (0..request.sums.len())
        .map(|sum| Ok((count(first(sum))?, whole(first(sum) + 1)?, count(first(sum) + 2)?)))
        .collect::<Result<_, EngineFailure>>()?;
    Ok(Group { keys, n_rows: count(n_keys)?, sums })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_cannot_leave_its_quotes() {
        let request = GroupRequest { files: String::new(), keys: vec!["a`; DROP".to_owned()], sums: Vec::new() };
        assert_eq!(
            query(&request),
            "SELECT CAST(`a``; DROP` AS STRING) AS c0, COUNT(*) AS c1 FROM evenhand_archive GROUP BY `a``; DROP`"
        );
    }
}
