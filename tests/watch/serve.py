"""hspdf watch --serve, by plain requests and in headless Chromium.

Usage: serve.py --hspdf PROGRAM --source DIR [requests | browser]
Exit status 77: chromium is missing.
"""
import argparse
import http.client
import json
import os
import re
import shutil
import socket
import sys
import tempfile

sys.path.insert(0, os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
import chromium
import watch
from watch import Watch, leaflet, replace, wait_for, write

LONG = "\n\n".join(f"## Part {i}\n\n" + "Drink a glass of water with each meal. " * 20 for i in range(24))


def address_of(shown):
    shown.says("the pages are shown at http://127.0.0.1:")
    return re.search(r"http://(127\.0\.0\.1:(\d+))/([0-9a-f]{32})/", shown.log())


def ask(port, path, method="GET", host=None):
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    connection.putrequest(method, path, skip_host=True)
    if host is not None:
        connection.putheader("Host", host)
    connection.endheaders()
    answer = connection.getresponse()
    return answer.status, dict(answer.getheaders()), answer.read()


def listeners(pid):
    """Local addresses, in hexadecimal as /proc has them, that the process listens on."""
    inodes = set()
    for descriptor in os.listdir(f"/proc/{pid}/fd"):
        target = os.readlink(f"/proc/{pid}/fd/{descriptor}")
        if target.startswith("socket:["):
            inodes.add(target[8:-1])
    found = []
    for table in ("tcp", "tcp6", "udp", "udp6"):
        with open(f"/proc/net/{table}", encoding="ascii") as file:
            rows = [line.split() for line in file.readlines()[1:]]
        found += [row[1] for row in rows if row[9] in inodes and (row[3] == "0A" or table.startswith("udp"))]
    return found


def test_requests():
    write("a.md", leaflet("One.", "\n![P](none.png)\n"))
    with Watch("a.md", "-o", "a.pdf", "--serve") as shown:
        host, port, token = address_of(shown).groups()
        shown.says("a.pdf: 1 page")
        assert listeners(shown.process.pid) == [f"0100007F:{int(port):04X}"], listeners(shown.process.pid)
        home = f"/{token}/"
        status, headers, page = ask(port, home, host=host)
        assert status == 200 and b"<!DOCTYPE html>" in page
        for name in ("Content-Security-Policy", "Referrer-Policy", "Cross-Origin-Resource-Policy"):
            assert name in headers, headers
        state = json.loads(ask(port, home + "state?after=-1", host=host)[2])
        assert state["status"] == 0 and len(state["pages"]) == 1 and state["diagnostics"][0]["source"] == 0, state
        page_path = f"{home}pages/{state['pagesRun']}-0.svg"
        status, headers, page = ask(port, page_path, host=host)
        assert status == 200 and b"<svg" in page and "sandbox" in headers["Content-Security-Policy"]
        source = ask(port, f"{home}sources/{state['run']}-0.txt", host=host)
        assert source[0] == 200 and b"![P](none.png)" in source[2]
        assert ask(port, home, "HEAD", host=host)[2] == b""

        # A wrong name, a wrong token, another method, and whatever else there might be.
        for other in ("evil.example", f"evil.example:{port}", "127.0.0.1", f"localhost:{port}", f"127.0.0.1:{port}.x", "", None):
            status, _, body = ask(port, home, host=other)
            assert status in (400, 421) and token.encode() not in body and b"DOCTYPE" not in body, (other, status, body)
        wrong = "0" * 32 if token != "0" * 32 else "1" * 32
        for path in ("/", f"/{wrong}/", f"/{token}", f"/{token[:-1]}/", f"/{wrong}/state", f"//{token}/", "/page.js",
                     home + "a.md", home + "a.pdf", home + "../", home + "..%2f..%2fetc/passwd", home + "pages/0-0.svg",
                     home + f"pages/{state['pagesRun']}-1.svg", home + f"pages/{state['pagesRun']}--1.svg",
                     home + f"sources/{state['run']}-7.txt", home + "pages/99999999999999999999-0.svg", home + "x" * 5000):
            assert ask(port, path, host=host)[0] in (404, 414), path
        for method in ("POST", "PUT", "DELETE", "OPTIONS", "CONNECT", "XYZ"):
            assert ask(port, home, method, host=host)[0] in (400, 405), method
        for junk in (b"GET\r\n\r\n", b"GET / HTTP/9.9\r\n\r\n", b"A" * 100000, b"GET / HTTP/1.1\r\n" * 5000):
            with socket.create_connection(("127.0.0.1", int(port)), timeout=60) as raw:
                try:
                    raw.sendall(junk)
                    assert b"DOCTYPE" not in raw.recv(1 << 16)
                except (BrokenPipeError, ConnectionResetError):
                    pass
        half = socket.create_connection(("127.0.0.1", int(port)))
        half.sendall(b"\0" * 100)  # and nothing more

        # More browsers than may wait: each is answered, and the watch goes on.
        waiting = [http.client.HTTPConnection("127.0.0.1", int(port), timeout=60) for _ in range(100)]
        for connection in waiting:
            connection.request("GET", f"{home}state?after={state['version']}")
        write("a.md", leaflet("Two."))
        shown.says("a.pdf: 1 page", 2)
        for connection in waiting[:60]:
            assert json.loads(connection.getresponse().read())["version"] >= state["version"]
        for connection in waiting:
            connection.close()
        write("a.md", leaflet("Three."))
        shown.says("a.pdf: 1 page", 3)
        assert ask(port, home, host=host)[0] == 200
        half.close()
        shown.end()


def shows(browser, pages):
    browser.wait_for("document.querySelectorAll('#pages img').length === %d && "
                     "[...document.querySelectorAll('#pages img')].slice(0, 1).every(i => i.complete && i.naturalWidth)" % pages)


def test_browser():
    write("a.md", leaflet("# A\n\n" + LONG))
    with Watch("a.md", "-o", "a.pdf", "--serve") as shown, chromium.Chromium("--window-size=1200,800") as browser:
        address = address_of(shown).group(0)
        shown.says(" pages, ")
        pages = int(re.search(r"(\d+) pages, ", shown.log()).group(1))
        assert pages >= 4
        browser.open(address)
        shows(browser, pages)
        assert browser.value("document.getElementById('title').textContent") == "a.pdf"
        # What a page did not do by itself, it can not have kept: it was never loaded anew.
        browser.value("window.mark = 7; document.getElementById('pages').scrollTop = 1500")
        before = browser.value("[...document.querySelectorAll('#pages img')].map(i => i.src)")
        version = browser.value("document.body.dataset.version")
        replace("a.md", leaflet("# A\n\n" + LONG.replace("Part 7", "Chapter 7")))
        browser.wait_for("document.body.dataset.version !== '%s'" % version)
        after = browser.value("[...document.querySelectorAll('#pages img')].map(i => i.src)")
        assert len(after) == pages and not set(before) & set(after), (before, after)
        assert browser.value("document.getElementById('pages').scrollTop") == 1500
        assert browser.value("window.mark") == 7

        # An error stands beside the pages, which stay; it opens at its line.
        version = browser.value("document.body.dataset.version")
        write("a.md", b"---\ntitle: T\nlang: en\n---\n\nFine.\n\nWater \xff here.\n")
        browser.wait_for("document.body.dataset.version !== '%s'" % version)
        assert browser.value("document.body.className") == "failed"
        assert browser.value("document.querySelectorAll('#pages img').length") == pages
        assert browser.value("[...document.querySelectorAll('#pages img')].map(i => i.src)") == after
        assert browser.value("document.querySelector('#messages .error button').textContent") == "a.md:8:7"
        browser.value("document.querySelector('#messages button').click()")
        browser.wait_for("!document.getElementById('source').hidden")
        assert browser.value("document.querySelector('#source-lines .at').textContent").startswith("Water ")
        assert browser.value("[...document.querySelectorAll('#source-lines span')].indexOf("
                             "document.querySelector('#source-lines .at'))") == 7

        # It goes away with its cause, and pages that are no more do too.
        version = browser.value("document.body.dataset.version")
        write("a.md", leaflet("Short.", "\n![<img src=x onerror=hurt()>](<<b>none.png>)\n\n![](x.png)\n"))
        browser.wait_for("document.body.dataset.version !== '%s'" % version)
        shows(browser, 1)
        assert browser.value("document.body.className") == ""
        assert browser.value("document.getElementById('source').hidden")
        assert browser.value("document.querySelectorAll('#messages li').length") >= 2
        assert browser.value("document.querySelectorAll('#messages img, #messages b').length") == 0

        shown.end()
        browser.wait_for("document.body.className === 'ended'")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--hspdf", required=True)
    parser.add_argument("--source", required=True)
    parser.add_argument("name", choices=("requests", "browser"))
    watch.OPTIONS = parser.parse_args()
    watch.OPTIONS.hspdf = os.path.abspath(watch.OPTIONS.hspdf)
    if watch.OPTIONS.name == "browser" and not shutil.which("chromium"):
        print("skipped: missing chromium")
        return 77
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)
        test_browser() if watch.OPTIONS.name == "browser" else test_requests()
        os.chdir("/")
    return 0


if __name__ == "__main__":
    sys.exit(main())
