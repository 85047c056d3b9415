"""References for src/layer: what Python's tarfile reads out of archives, and what an overlay mount shows of layers.

layer-reference.py tar FOLDER: writes archives into FOLDER and prints what is in each.
layer-reference.py overlay FOLDER: reads stacks of layers as JSON, mounts each, prints what is to be seen.
"""
import hashlib, io, json, os, stat, subprocess, sys, tarfile

TYPES = {tarfile.DIRTYPE: 'directory', tarfile.SYMTYPE: 'symlink', tarfile.LNKTYPE: 'hardlink',
         tarfile.CHRTYPE: 'char', tarfile.BLKTYPE: 'block', tarfile.FIFOTYPE: 'fifo'}


def sha(data):
    return hashlib.sha256(data).hexdigest()


def listing(path):
    out = []
    with tarfile.open(path) as archive:
        for member in archive:
            kind = TYPES.get(member.type, 'file')
            data = archive.extractfile(member).read() if kind == 'file' else None
            out.append([member.name, kind, 0 if data is None else len(data), member.mode & 0o7777, member.uid,
                        member.gid, member.linkname, None if data is None else sha(data)])
    return out


def member(name, data=b'', **fields):
    info = tarfile.TarInfo(name)
    info.size = len(data)
    for key, value in fields.items():
        setattr(info, key, value)
    return info, io.BytesIO(data)


def members():
    yield member('plain', b'x' * 1000, mode=0o4755, uid=1000, gid=7)
    yield member('d', type=tarfile.DIRTYPE, mode=0o1777)
    yield member('d/link', type=tarfile.SYMTYPE, linkname='../plain')
    yield member('d/hard', type=tarfile.LNKTYPE, linkname='plain')
    yield member('d/null', type=tarfile.CHRTYPE, devmajor=1, devminor=3)
    yield member('d/sda', type=tarfile.BLKTYPE, devmajor=8, devminor=0)
    yield member('d/pipe', type=tarfile.FIFOTYPE)
    yield member('empty')
    yield member('block', b'b' * 512)
    yield member('dup', b'one')
    yield member('dup', b'two')


def long_members():
    yield from members()
    yield member('/'.join(['long' * 20] * 8), b'deep')
    yield member('l' * 250, type=tarfile.SYMTYPE, linkname='m' * 300)
    yield member('h' * 200, type=tarfile.LNKTYPE, linkname='/'.join(['long' * 20] * 8))
    yield member('\u00fcml\u00e4ut \U0001f433', b'u')
    yield member('huge-owner', uid=2 ** 31, gid=2 ** 40)
    yield member(' blank\t', b' ')


def write_tars(folder):
    def put(name, source, **options):
        path = os.path.join(folder, name)
        with tarfile.open(path, 'w', **options) as archive:
            for info, data in source:
                archive.addfile(info, data)
        return name
    yield put('ustar', members(), format=tarfile.USTAR_FORMAT)
    yield put('gnu', long_members(), format=tarfile.GNU_FORMAT)
    yield put('pax', long_members(), format=tarfile.PAX_FORMAT)
    yield put('pax-global', members(), format=tarfile.PAX_FORMAT, pax_headers={'uid': '77', 'comment': 'x'})
    tree = os.path.join(folder, 'tree')
    os.mkdir(tree)
    with open(os.path.join(tree, 'sparse'), 'wb') as file:
        for place in range(60):
            file.seek(place * 65536 + 4096)
            file.write(b'%d' % place * 100)
        file.truncate(6_000_000)
    with open(os.path.join(tree, 'hole'), 'wb') as file:
        file.truncate(100_000)
    with open(os.path.join(tree, 'full'), 'wb') as file:
        file.write(b'full')
    os.link(os.path.join(tree, 'full'), os.path.join(tree, 'again'))
    options = {'v7': ['--format=v7'], 'old-sparse': ['--format=gnu', '--sparse'],
               **{f'sparse-{v}': ['--format=posix', '--sparse', f'--sparse-version={v}'] for v in ('0.0', '0.1', '1.0')}}
    for name, words in options.items():
        subprocess.run(['tar', 'cf', os.path.join(folder, name), *words, '-C', tree, '.'], check=True)
        yield name


def apply(layer, upper):
    for entry in layer:
        path = upper + entry['path']
        if entry['kind'] != 'entry':
            continue
        os.makedirs(os.path.dirname(path), exist_ok=True)
        if entry['type'] == 'directory':
            os.makedirs(path, exist_ok=True)
        elif entry['type'] == 'symlink':
            os.symlink(entry['link'], path)
        else:
            with open(path, 'wb') as file:
                file.write(b'x' * entry['size'])
            os.chmod(path, entry['mode'])
    for entry in layer:
        path = upper + entry['path']
        if entry['kind'] == 'entry':
            continue
        # As containerd does, for an opaque directory too: its whiteout is a file in it.
        os.makedirs(path if entry['kind'] == 'opaque' else os.path.dirname(path), exist_ok=True)
        if entry['kind'] == 'whiteout' and not os.path.lexists(path):
            os.mknod(path, stat.S_IFCHR, os.makedev(0, 0))
        elif os.path.isdir(path) and not os.path.islink(path):
            os.setxattr(path, 'trusted.overlay.opaque', b'y')


def walk(root):
    out = []
    for folder, directories, files in os.walk(root):
        for name in directories + files:
            path = os.path.join(folder, name)
            try:
                status = os.lstat(path)
            except FileNotFoundError:
                # A whiteout of nothing is listed, and is not there.
                continue
            if stat.S_ISLNK(status.st_mode):
                out.append([path[len(root):], 'symlink', 0, os.readlink(path)])
            elif stat.S_ISDIR(status.st_mode):
                out.append([path[len(root):], 'directory', 0, None])
            else:
                out.append([path[len(root):], 'file', status.st_size, None])
    return sorted(out)


def overlay(folder):
    # Of its own: an overlay may not lie on an overlay, where a container runs this.
    subprocess.run(['mount', '-t', 'tmpfs', 'tmpfs', folder], check=True)
    try:
        for number, layers in enumerate(json.load(sys.stdin)):
            base = f'{folder}/{number}'
            os.makedirs(f'{base}/m')
            os.makedirs(f'{base}/empty')
            for place, layer in enumerate(layers):
                os.mkdir(f'{base}/{place}')
                apply(layer, f'{base}/{place}')
            lower = ':'.join(f'{base}/{place}' for place in reversed(range(len(layers)))) + f':{base}/empty'
            subprocess.run(['mount', '-t', 'overlay', 'overlay', '-o', f'lowerdir={lower}', f'{base}/m'], check=True)
            try:
                yield walk(f'{base}/m')
            finally:
                subprocess.run(['umount', f'{base}/m'], check=True)
    finally:
        subprocess.run(['umount', folder], check=True)


if sys.argv[1] == 'tar':
    print(json.dumps({name: listing(os.path.join(sys.argv[2], name)) for name in write_tars(sys.argv[2])}))
else:
    print(json.dumps(list(overlay(sys.argv[2]))))
