# Makes chicago-l.csv from the Debian package r-cran-modeldata 1.1.0-1:
#
#   apt-get download r-cran-modeldata=1.1.0-1 && dpkg-deb -x r-cran-modeldata_1.1.0-1_all.deb package
#   Rscript chicago-l.R package chicago-l.csv && gzip -9n chicago-l.csv
#
# The station columns of `Chicago` hold the value of fourteen days before `date`; each row gets that day as its date.
# No value is changed, none is left out.
arguments <- commandArgs(trailingOnly = TRUE)
packaged <- new.env()
lazyLoad(file.path(arguments[1], "usr/lib/R/site-library/modeldata/data/Rdata"), envir = packaged)
chicago <- as.data.frame(packaged$Chicago)
n <- nrow(chicago)
stopifnot(
  all(diff(chicago$date) == 1),                                        # no day is missing
  all(chicago$ridership[1:(n - 14)] == chicago$Clark_Lake[15:n]),      # the lag is fourteen days
  !anyNA(chicago[packaged$stations]))
series <- cbind(date = format(chicago$date - 14), chicago[packaged$stations])
write.csv(series, file = arguments[2], row.names = FALSE, quote = FALSE, eol = "\n", fileEncoding = "UTF-8")
