"""A web server on this machine that does what servers should not do. For tests."""

import gzip
import socket
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

PAGE = "<!doctype html><html><head><meta charset='utf-8'><title>Tide {0}</title></head><body><article><h1>Tide {0}</h1><p>By Wenna Tolliver</p><p>{1}</p></article></body></html>"
STORY = "The tide gate at the end of Mill Street was opened by hand on Tuesday because nobody could find the key. "

BOMB = gzip.compress(bytes(60_000_000), 1)  # 260 kB


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self):
        self.server.asked.append((time.monotonic(), self.path))
        deed = getattr(
            self, f"do_{self.path.strip('/').partition('/')[0].replace('.', '_').replace('-', '_')}", None
        )
        try:
            (deed or self.page)()
        except (BrokenPipeError, ConnectionResetError):
            self.close_connection = True

    def log_message(self, *_):
        pass

    def page(self, body=None, status=200, kind="text/html; charset=utf-8", **headers):
        data = PAGE.format(self.path, STORY * 8).encode() if body is None else body
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(data)))
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(data)

    def do_robots_txt(self):
        self.page(self.server.robots.encode(), kind="text/plain")

    def do_slow(self):  # a byte now and then, for ever
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.end_headers()
        for _ in range(600):
            self.wfile.write(b"<p>")
            time.sleep(0.1)

    def do_silent(self):
        time.sleep(60)

    def do_reset(self):
        self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\x01\0\0\0\0\0\0\0")
        self.connection.close()
        self.close_connection = True

    def do_circle(self):
        self.page(b"", 302, Location="/circle2")

    def do_circle2(self):
        self.page(b"", 302, Location="/circle")

    def do_far(self):
        step = int(self.path.rpartition("/")[2] or 0)
        self.page(b"", 302, Location=f"/far/{step + 1}")

    def do_moved(self):
        self.page(b"", 301, Location="/landed")

    def do_inside(self):
        self.page(b"", 302, Location="http://169.254.169.254/latest/meta-data/")

    def do_nowhere(self):
        self.page(b"", 302, Location="file:///etc/passwd")

    def do_short(self):  # says that it is longer than it is
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.send_header("Content-Length", "100000")
        self.end_headers()
        self.wfile.write(b"<p>cut")
        self.close_connection = True

    def do_long(self):  # says that it is shorter than it is
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.send_header("Content-Length", "20")
        self.end_headers()
        self.wfile.write(b"<p>this is all.</p>\n" + b"<p>more</p>" * 10_000)
        self.close_connection = True

    def do_bomb(self):
        self.page(BOMB, Content_Encoding="gzip")

    def do_endless(self):  # ten gigabytes
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.send_header("Content-Length", str(10 << 30))
        self.end_headers()
        chunk = b"x" * (1 << 20)
        for _ in range(10 << 10):
            self.wfile.write(chunk)

    def do_packed(self):
        data = gzip.compress(PAGE.format("packed", STORY * 8).encode())
        self.page(data, Content_Encoding="gzip")

    def do_broken_pack(self):
        self.page(gzip.compress(PAGE.format("x", STORY).encode())[:-20], Content_Encoding="gzip")

    def do_unasked(self):
        self.page(b"\x0b\x02\x80", Content_Encoding="br")

    def do_pdf(self):
        self.page(b"%PDF-1.7", kind="application/pdf")

    def do_gone(self):
        self.page(b"gone", 410)

    def do_busy(self):  # answers the third time
        self.server.busy += 1
        if self.server.busy < 3:
            self.page(b"later", 503, Retry_After="0")
        else:
            self.page()

    def do_later(self):
        self.page(b"later", 429, Retry_After="7200")

    def do_garbage(self):
        self.wfile.write(b"\x00\x01 what is this\r\n\r\n")
        self.close_connection = True

    def do_headers(self):
        self.wfile.write(b"HTTP/1.1 200 OK\r\n" + b"X-A: b\r\n" * 200_000)
        self.close_connection = True


class Server(ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self):
        super().__init__(("127.0.0.1", 0), Handler)
        self.asked, self.busy, self.robots = [], 0, "User-agent: *\nDisallow: /private*\n"
        threading.Thread(target=self.serve_forever, daemon=True).start()

    @property
    def home(self):
        return f"http://127.0.0.1:{self.server_port}"

    def paths(self):
        return [path for _, path in self.asked]

    def handle_error(self, *_):
        pass
