import { useApp } from '../parts';
import { FileRow } from './FileRow';
import { ReadingRow } from './ReadingRow';

export function FileList() {
  const files = useApp((state) => state.files) ?? [];
  const opening = useApp((state) => state.opening);
  const beingRead = opening?.state === 'reading' ? opening : undefined;
  const readKey = beingRead?.progress?.summary.key;
  // One primary button a screen: where most likely to go on.
  const next = files.find((file) => file.key !== readKey && file.finishedTexts < file.texts);
  return (
    <section aria-labelledby="files-title">
      <h2 className="h" id="files-title">
        Open files
      </h2>
      <ul>
        {beingRead && <ReadingRow opening={beingRead} />}
        {files
          .filter((file) => file.key !== readKey)
          .map((file) => (
            <FileRow key={file.key} file={file} isNext={file === next} />
          ))}
      </ul>
    </section>
  );
}
